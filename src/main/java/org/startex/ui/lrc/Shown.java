package org.startex.ui.lrc;

import java.time.LocalDate;
import org.startex.lrc.Improvement;
import org.startex.lrc.ImprovementState;

/** Which improvement records the list shows. */
enum Shown {
    OPEN("records.open"),
    OVERDUE("records.overdue"),
    TO_TEST("records.to-test"),
    EMBEDDED("records.embedded"),
    ALL("records.all");

    final String key;

    Shown(String key) {
        this.key = key;
    }

    boolean shows(Improvement record, LocalDate today) {
        return switch (this) {
            case OPEN -> record.state().open();
            case OVERDUE -> record.overdue(today);
            case TO_TEST -> record.state() == ImprovementState.DONE;
            case EMBEDDED -> record.state() == ImprovementState.EMBEDDED;
            case ALL -> true;
        };
    }
}
