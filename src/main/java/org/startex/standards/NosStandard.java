package org.startex.standards;

import java.util.List;

/**
 * A National Occupational Standard.
 *
 * @param approvalSeen whether the year of approval was read on the standard's own page; else it is that of the suite
 * @param elements those known; none where the page could not be read
 */
public record NosStandard(NosReference reference, String title, boolean approvalSeen, List<NosElement> elements) {
    public NosStandard {
        elements = List.copyOf(elements);
    }
}
