package org.startex.standards;

import java.util.List;
import org.startex.kernel.LrcCode;

/**
 * One of the manual's eight steps. The verbs are not unique: steps 2 and 5 are both WHO.
 *
 * @param number from 1 to 8
 * @param phase for instance {@code DESIGN}
 */
public record LrcStep(LrcCode code, int number, String verb, String phase, String title, List<LrcQuestion> questions) {
    public LrcStep {
        questions = List.copyOf(questions);
    }
}
