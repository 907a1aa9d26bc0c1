package org.startex.ui;

import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.ZoneId;

/** The zone that the reader's browser is in; Europe/London until it has told. */
public final class UserZone {
    private static final ZoneId USUAL = ZoneId.of("Europe/London");

    private UserZone() {}

    /** The zone of this page's reader. */
    public static ZoneId of(UI ui) {
        var details = ui.getPage().getExtendedClientDetails();
        String told = details == null ? null : details.getTimeZoneId();
        if (told == null || told.isEmpty()) {
            return USUAL;
        }
        try {
            return ZoneId.of(told);
        } catch (DateTimeException unknown) {
            return USUAL;
        }
    }
}
