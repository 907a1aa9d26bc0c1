package org.startex.ui.control;

import java.util.Locale;
import org.startex.conduct.ControlBoard;
import org.startex.conduct.InjectRow;
import org.startex.conduct.InjectState;
import org.startex.scenario.InjectKind;

/** Which injects the list shows. */
enum InjectFilter {
    ALL,
    LATE,
    TO_COME,
    OPEN,
    UNTIMED,
    HELD,
    SKIPPED;

    boolean shows(InjectRow row) {
        return switch (this) {
            case ALL -> true;
            case LATE -> row.state() == InjectState.LATE;
            case TO_COME -> row.toCome();
            case OPEN -> row.open();
            case UNTIMED ->
                !row.sent() && !(row.kind() instanceof InjectKind.Timed) && row.state() != InjectState.SKIPPED;
            case HELD -> row.state() == InjectState.HELD;
            case SKIPPED -> row.state() == InjectState.SKIPPED;
        };
    }

    /** How many injects it would show. */
    long count(ControlBoard board) {
        return board.rows().stream().filter(this::shows).count();
    }

    /** Whether it is offered only where it would show something. */
    boolean rare() {
        return switch (this) {
            case UNTIMED, HELD, SKIPPED -> true;
            case ALL, LATE, TO_COME, OPEN -> false;
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
