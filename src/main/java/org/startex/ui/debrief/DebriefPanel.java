package org.startex.ui.debrief;

import com.vaadin.flow.component.html.Div;
import org.startex.ui.Scene;

/** The content of a tab of the debrief screen. */
abstract class DebriefPanel extends Div {
    private static final long serialVersionUID = 1L;

    DebriefPanel() {
        addClassNames("stack", "debrief-part");
    }

    /** Shows how things stand; called once when it is opened and whenever the record has grown. What is being written stays. */
    abstract void show(Scene scene);
}
