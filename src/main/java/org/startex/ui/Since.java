package org.startex.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** A moment of real time, or how long ago it was; drawn by the browser. */
@Tag("sx-countdown")
@JsModule("context://app/staff.js")
public final class Since extends Component implements HasStyle {
    private static final long serialVersionUID = 1L;

    private Since(long millis) {
        getElement().setProperty("since", (double) millis);
    }

    /** How long ago a moment was, in milliseconds since 1970. */
    public static Since length(long millis) {
        return new Since(millis);
    }

    /** The moment as the reader's time of day. */
    public static Since realTime(long millis) {
        Since clock = new Since(millis);
        clock.getElement().setProperty("clock", true);
        return clock;
    }

    /** With words around it; {@code {0}} stands for the time. */
    public Since within(String pattern) {
        getElement().setProperty("pattern", pattern);
        return this;
    }
}
