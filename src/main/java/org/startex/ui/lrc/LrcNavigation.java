package org.startex.ui.lrc;

import org.startex.kernel.LessonId;

/** Where the screens of the Local Resilience Capability are. */
public final class LrcNavigation {
    /** The eight steps. */
    public static final String OVERVIEW = "lrc";

    /** All improvement records. */
    public static final String RECORDS = "lrc/records";

    /** Priority groups and modular responses. */
    public static final String GROUPS = "lrc/groups";

    /** The partnership's readiness scale. */
    public static final String SCALE = "lrc/scale";

    private LrcNavigation() {}

    /** One of the eight steps. */
    public static String step(int number) {
        return "lrc/step/" + number;
    }

    /** One improvement record. */
    public static String record(int number) {
        return "lrc/record/" + number;
    }

    /** A new improvement record because of a lesson. */
    public static String propose(LessonId lesson) {
        return "lrc/new?lesson=" + lesson;
    }
}
