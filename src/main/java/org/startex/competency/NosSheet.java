package org.startex.competency;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.PersonId;
import org.startex.standards.NosElement;
import org.startex.standards.NosReference;

/**
 * A National Occupational Standard as this installation knows it.
 *
 * @param ships whether it comes with the program
 * @param approvalSeen whether the year of approval was read on the standard's own page
 * @param enteredBy who entered the standard here; null if it comes with the program
 * @param lines its elements, knowledge first, by number
 */
public record NosSheet(
        NosReference reference,
        String title,
        boolean ships,
        boolean approvalSeen,
        @Nullable PersonId enteredBy,
        List<Line> lines) {
    public NosSheet {
        lines = List.copyOf(lines);
    }

    /**
     * An element, and who entered it.
     *
     * @param enteredBy null if it comes with the program
     * @param name the name of who entered it, or empty
     */
    public record Line(NosElement element, @Nullable PersonId enteredBy, String name) {
        /** Whether this person entered it and so may change it. */
        public boolean isOf(PersonId person) {
            return person.equals(enteredBy);
        }
    }
}
