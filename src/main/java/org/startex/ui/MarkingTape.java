package org.startex.ui;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.dom.Element;

/** The violet tape on everything in play: EXERCISE three times, name, code word, classification. */
public final class MarkingTape extends Aside {
    private static final long serialVersionUID = 1L;

    /** The tape at the top, with its words. */
    public MarkingTape(String title, String codeWord, String marking) {
        addClassName("tape");
        getElement().setAttribute("aria-label", Words.say("marking.label"));
        say(title, codeWord, marking);
    }

    /** The same tape with these words. */
    public void say(String title, String codeWord, String marking) {
        getElement().removeAllChildren();
        for (int i = 0; i < 3; i++) {
            getElement().appendChild(bold(Words.say("marking.exercise")));
        }
        add(Html.spring(), Html.span("ell", title));
        if (!codeWord.isEmpty()) {
            add(Html.span("codeword", Words.say("marking.code-word", codeWord)));
        }
        add(Html.span("", marking));
    }

    private MarkingTape() {
        addClassNames("tape", "thin");
        getElement().setAttribute("aria-hidden", "true");
    }

    /** The thin tape at the foot. */
    public static MarkingTape thin() {
        return new MarkingTape();
    }

    private static Element bold(String text) {
        Element bold = new Element("b");
        bold.setText(text);
        return bold;
    }
}
