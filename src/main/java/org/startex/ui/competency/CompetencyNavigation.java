package org.startex.ui.competency;

import org.startex.kernel.EvidenceId;
import org.startex.kernel.PersonId;

/** Where the screens of competency are. */
public final class CompetencyNavigation {
    /** One's own record. */
    public static final String RECORD = "competency";
    /** Claims that wait for an assessor. */
    public static final String QUEUE = "competency/queue";
    /** Self-assessment. */
    public static final String NOS = "competency/nos";

    /** What roles need to learn. */
    public static final String ROLES = "competency/roles";

    private CompetencyNavigation() {}

    /** A learner's record, for their assessors. */
    public static String record(PersonId learner) {
        return "competency/learner/" + learner;
    }

    /** A piece of evidence. */
    public static String evidence(EvidenceId id) {
        return "competency/evidence/" + id;
    }
}
