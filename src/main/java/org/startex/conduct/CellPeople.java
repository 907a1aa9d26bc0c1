package org.startex.conduct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ParticipantId;

/**
 * The people of one cell, of those who wait to be admitted, or of staff.
 *
 * @param place the cell; null for those who wait and for staff
 * @param waiting whether they wait to be admitted
 * @param here how many have a page connected
 */
public record CellPeople(@Nullable Place place, boolean waiting, List<Person> people, int here) {
    public CellPeople {
        people = List.copyOf(people);
    }

    /** One of them, and whether their page is connected. */
    public record Person(Member member, boolean here) {}

    /** The cell, if these are the people of one. */
    public Optional<Place> cell() {
        return Optional.ofNullable(place);
    }

    /** Everybody who is not shut out: who waits first, then cell by cell as planned, staff last. */
    public static List<CellPeople> of(Play play, Predicate<ParticipantId> connected) {
        List<CellPeople> all = new ArrayList<>();
        List<Person> waiting = people(play, connected, m -> m.role() == ExerciseRole.PLAYER && !m.admitted());
        if (!waiting.isEmpty()) {
            all.add(group(null, true, waiting));
        }
        for (Place place : play.plan().places()) {
            all.add(group(
                    place,
                    false,
                    people(
                            play,
                            connected,
                            m -> m.role() == ExerciseRole.PLAYER
                                    && m.admitted()
                                    && place.code().equals(m.cell()))));
        }
        all.add(group(null, false, people(play, connected, m -> m.role() != ExerciseRole.PLAYER)));
        return List.copyOf(all);
    }

    private static CellPeople group(@Nullable Place place, boolean waiting, List<Person> people) {
        return new CellPeople(place, waiting, people, (int)
                people.stream().filter(Person::here).count());
    }

    private static List<Person> people(Play play, Predicate<ParticipantId> connected, Predicate<Member> which) {
        return play.members().values().stream()
                .filter(member -> !member.ejected())
                .filter(which)
                .sorted(Comparator.comparing(Member::role)
                        .thenComparing(Member::since)
                        .thenComparing(m -> m.participant().value()))
                .map(member -> new Person(member, connected.test(member.participant())))
                .toList();
    }
}
