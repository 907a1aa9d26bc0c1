package org.startex.ui.evaluator;

import java.util.Locale;

/** What stands beside the observation that is being written. */
enum EvaluatorPage {
    STREAM,
    MINE,
    COVERAGE;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
