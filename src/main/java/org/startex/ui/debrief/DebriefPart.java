package org.startex.ui.debrief;

import org.startex.ui.ExerciseTools;
import org.startex.ui.Scene;

/** A tab of the debrief screen. One bean for each; {@code @Order} says where it stands. */
interface DebriefPart {
    /** In the address: {@code ?tab=hot}. */
    String code();

    /** On the tab. */
    String title();

    /**
     * Builds the tab's content for an exercise.
     *
     * @param wanted what else the address asks for
     */
    DebriefPanel panel(ExerciseTools tools, Scene scene, Wanted wanted);

    /**
     * What the address asks for.
     *
     * @param finding number of the finding to arrive at, or empty
     */
    record Wanted(String finding) {
        static final Wanted NOTHING = new Wanted("");
    }
}
