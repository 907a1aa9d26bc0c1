package org.startex.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** What stands where nothing is yet: why, and the next step. */
public final class EmptyState extends Div {
    private static final long serialVersionUID = 1L;

    public EmptyState(String text, Component... nextStep) {
        addClassName("empty");
        add(Html.p("", text));
        add(nextStep);
    }
}
