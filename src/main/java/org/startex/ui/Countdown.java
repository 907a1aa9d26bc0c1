package org.startex.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import org.startex.kernel.ExerciseTime;

/** Exercise time until a moment, drawn by the browser. */
@Tag("sx-countdown")
@JsModule("context://app/staff.js")
public final class Countdown extends Component implements HasStyle {
    private static final long serialVersionUID = 1L;

    public Countdown(ExerciseTime due) {
        getElement().setProperty("due", (double) due.micros());
        getElement().setProperty("now", Words.say("countdown.now"));
    }
}
