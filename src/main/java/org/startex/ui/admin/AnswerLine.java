package org.startex.ui.admin;

import com.vaadin.flow.component.html.Div;

/** Says beside an act what became of it; heard by screen readers as well. Empty until there is something to say. */
final class AnswerLine extends Div {
    private static final long serialVersionUID = 1L;

    AnswerLine() {
        addClassName("sx-answer");
        getElement().setAttribute("role", "status");
    }

    /** Done and saved. */
    void good(String text) {
        show(text, "good");
    }

    /** Nothing was done; the text says what to do. */
    void refused(String text) {
        show(text, "refused");
    }

    void clear() {
        show("", "none");
    }

    private void show(String text, String state) {
        getElement().setAttribute("data-state", state);
        setText(text);
    }
}
