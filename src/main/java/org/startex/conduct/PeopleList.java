package org.startex.conduct;

import java.util.List;
import java.util.Optional;
import org.startex.ledger.Reason;
import org.startex.people.PlannedEntry;

/**
 * What a pasted list of people comes to: who would be added, and what is wrong in which line. People are added only when nothing is wrong.
 *
 * @param wrong by line
 */
public record PeopleList(List<Line> good, List<Fault> wrong) {
    public PeopleList {
        good = List.copyOf(good);
        wrong = List.copyOf(wrong);
    }

    /** Somebody who would be added. */
    public record Line(int line, PlannedEntry person) {}

    /**
     * What is wrong in a line.
     *
     * @param line in what was pasted, from 1
     * @param written what stands in the field at fault
     * @param reason with the field and what to do
     */
    public record Fault(int line, String written, Reason reason) {}

    /** Whether there is somebody to add and nothing is wrong. */
    public boolean whole() {
        return wrong.isEmpty() && !good.isEmpty();
    }

    static PeopleList refused(Reason reason) {
        return new PeopleList(List.of(), List.of(new Fault(1, "", reason)));
    }

    Optional<Reason> firstWrong() {
        return wrong.stream().map(Fault::reason).findFirst();
    }
}
