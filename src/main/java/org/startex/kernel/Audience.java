package org.startex.kernel;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Set;

/**
 * Who in an exercise may read an entry. Staff (everybody but players) read all entries; the audience says which players do as well.
 * The text form is stored and hashed: {@code all}, {@code staff}, {@code to:cell,cell/role} or {@code only:participant,participant}.
 */
public sealed interface Audience {
    /** Everybody in the exercise. */
    record Everyone() implements Audience {
        @Override
        public boolean includes(ParticipantId participant, CellCode cell, String role) {
            return true;
        }

        @Override
        public String toString() {
            return "all";
        }
    }

    /** Directors, controllers, evaluators, loggists and observers. */
    record Staff() implements Audience {
        @Override
        public boolean includes(ParticipantId participant, CellCode cell, String role) {
            return false;
        }

        @Override
        public String toString() {
            return "staff";
        }
    }

    /** The players of some cells, or of some roles in cells. */
    record Addressees(Set<Addressee> addressees) implements Audience {
        public Addressees {
            addressees = Set.copyOf(addressees);
            if (addressees.isEmpty()) {
                throw new IllegalArgumentException("an audience of addressees needs at least one");
            }
        }

        @Override
        public boolean includes(ParticipantId participant, CellCode cell, String role) {
            return addressees.contains(new Addressee(cell, "")) || addressees.contains(new Addressee(cell, role));
        }

        @Override
        public String toString() {
            return addressees.stream().map(Addressee::toString).sorted().collect(joining(",", "to:", ""));
        }
    }

    /** Some participants by themselves. */
    record Participants(Set<ParticipantId> participants) implements Audience {
        public Participants {
            participants = Set.copyOf(participants);
            if (participants.isEmpty()) {
                throw new IllegalArgumentException("an audience of participants needs at least one");
            }
        }

        @Override
        public boolean includes(ParticipantId participant, CellCode cell, String role) {
            return participants.contains(participant);
        }

        @Override
        public String toString() {
            return participants.stream().map(ParticipantId::toString).sorted().collect(joining(",", "only:", ""));
        }
    }

    /** Everybody in the exercise. */
    Audience EVERYONE = new Everyone();

    /** Everybody but the players. */
    Audience STAFF = new Staff();

    /** The players of one cell. */
    static Audience cell(CellCode cell) {
        return new Addressees(Set.of(new Addressee(cell, "")));
    }

    /** One participant. */
    static Audience only(ParticipantId participant) {
        return new Participants(Set.of(participant));
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is none
     */
    static Audience of(String text) {
        if (text.equals("all")) {
            return EVERYONE;
        }
        if (text.equals("staff")) {
            return STAFF;
        }
        if (text.startsWith("to:")) {
            return new Addressees(Arrays.stream(text.substring(3).split(","))
                    .map(Addressee::of)
                    .collect(toUnmodifiableSet()));
        }
        if (text.startsWith("only:")) {
            return new Participants(Arrays.stream(text.substring(5).split(","))
                    .map(ParticipantId::of)
                    .collect(toUnmodifiableSet()));
        }
        throw new IllegalArgumentException("not an audience: " + text);
    }

    /**
     * Whether a player in a cell (and perhaps a role of it) may read.
     *
     * @param role the player's role in the cell, or empty
     */
    boolean includes(ParticipantId participant, CellCode cell, String role);
}
