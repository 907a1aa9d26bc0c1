package org.startex.ui.control;

import java.util.Locale;

/** Parts of the control room that stand beside each other where there is room, and behind each other where there is not. */
enum RoomPage {
    LIST,
    DETAIL,
    NEXT,
    PEOPLE,
    LOG;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
