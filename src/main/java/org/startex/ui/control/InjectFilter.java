package org.startex.ui.control;

import java.util.Locale;
import org.startex.conduct.InjectRow;
import org.startex.conduct.InjectState;

/** Which injects the list shows. */
enum InjectFilter {
    ALL,
    LATE,
    TO_COME,
    OPEN;

    boolean shows(InjectRow row) {
        return switch (this) {
            case ALL -> true;
            case LATE -> row.state() == InjectState.LATE;
            case TO_COME -> !row.sent();
            case OPEN -> row.sent() && row.acknowledged() < row.recipients();
        };
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static boolean matches(InjectRow row, String wanted) {
        return wanted.isEmpty()
                || (row.number() + " " + row.title() + " " + row.from())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted.toLowerCase(Locale.ROOT));
    }
}
