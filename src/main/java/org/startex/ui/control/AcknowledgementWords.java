package org.startex.ui.control;

import org.startex.conduct.AcknowledgementTimes;
import org.startex.kernel.Lengths;
import org.startex.ui.Words;

/** Acknowledgement times in words, with the base they rest on. */
final class AcknowledgementWords {
    private AcknowledgementWords() {}

    static String of(AcknowledgementTimes times) {
        if (times.asked() == 0) {
            return Words.say("times.none");
        }
        return times.median()
                .map(median -> Words.say(
                        "times.median", Lengths.of(median), times.acknowledged(), times.asked(), times.open()))
                .orElseGet(() -> Words.say("times.open", times.acknowledged(), times.asked(), times.open()));
    }
}
