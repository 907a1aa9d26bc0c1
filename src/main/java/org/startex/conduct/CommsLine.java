package org.startex.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.startex.kernel.ParticipantId;

/**
 * How one cell stands in a comms check.
 *
 * @param people its players, those first who have not confirmed
 */
public record CommsLine(Place place, List<Person> people) {
    public CommsLine {
        people = List.copyOf(people);
    }

    /**
     * One player of the cell.
     *
     * @param took real time from the start of the check to the answer; empty while there is none
     * @param here whether a page of theirs is connected
     */
    public record Person(Member member, Optional<Duration> took, boolean here) {
        /** Whether they have confirmed. */
        public boolean confirmed() {
            return took.isPresent();
        }
    }

    /** How many have confirmed. */
    public int confirmed() {
        return (int) people.stream().filter(Person::confirmed).count();
    }

    /** Whether somebody sits here and all have confirmed. */
    public boolean complete() {
        return !people.isEmpty() && confirmed() == people.size();
    }

    /** Every cell of the plan, in its order. */
    public static List<CommsLine> of(Play play, CommsCheck check, Predicate<ParticipantId> connected) {
        return play.plan().places().stream()
                .map(place -> new CommsLine(
                        place,
                        play.players().stream()
                                .filter(member -> place.code().equals(member.cell()))
                                .map(member -> new Person(
                                        member,
                                        check.confirmed(member.participant()).map(at -> since(check.since(), at)),
                                        connected.test(member.participant())))
                                .sorted(Comparator.comparing(Person::confirmed)
                                        .thenComparing(person -> person.took().orElse(Duration.ZERO)))
                                .toList()))
                .toList();
    }

    private static Duration since(Instant start, Instant at) {
        Duration took = Duration.between(start, at);
        return took.isNegative() ? Duration.ZERO : took;
    }
}
