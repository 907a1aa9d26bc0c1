package org.startex.ui.competency;

import org.startex.competency.SelfRoundId;

/** Where the rounds of self-assessment are. */
final class NosNavigation {
    private NosNavigation() {}

    /** One round. */
    static String round(SelfRoundId id) {
        return CompetencyNavigation.NOS + "/" + id;
    }
}
