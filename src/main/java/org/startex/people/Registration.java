package org.startex.people;

import org.startex.kernel.ParticipantId;

/** What became of somebody's wish to take part. */
public sealed interface Registration {
    /** They take part under this pseudonym. A person who already took part keeps the one they had. */
    record Registered(ParticipantId participant) implements Registration {}

    /** Somebody else in the exercise has this name and organisation; capitals do not tell them apart. */
    record NameTaken() implements Registration {}

    /** The name or the organisation cannot be taken as it stands. */
    record NameUnfit(PlainName.Fault fault) implements Registration {
        /** {@code name-missing}, {@code name-too-long} or {@code bad-text}. */
        public String code() {
            return switch (fault) {
                case EMPTY -> "name-missing";
                case TOO_LONG -> "name-too-long";
                case UNREADABLE -> "bad-text";
            };
        }
    }
}
