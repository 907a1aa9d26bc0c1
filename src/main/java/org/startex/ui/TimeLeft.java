package org.startex.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;

/** Real time until a moment, drawn by the browser; then a word that it is up. */
@Tag("sx-countdown")
@JsModule("context://app/staff.js")
public final class TimeLeft extends Component implements HasStyle {
    private static final long serialVersionUID = 1L;

    /** @param up what to say from the moment on */
    public TimeLeft(Instant until, String up) {
        getElement().setProperty("until", (double) until.toEpochMilli());
        getElement().setProperty("now", up);
        getElement().setAttribute("role", "timer");
    }
}
