package org.startex.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** The name, as a way home. */
public final class Logo extends Anchor {
    private static final long serialVersionUID = 1L;
    private static final String MARK = """
            <svg viewBox="0 0 24 24" aria-hidden="true"><rect x="1" y="1" width="22" height="22" rx="5" fill="var(--sx-accent)"/>\
            <path d="M8 6.5v11l8.6-5.5z" fill="var(--sx-accent-ink)"/>\
            <path d="M5 6v12" stroke="var(--sx-accent-ink)" stroke-width="1.8" stroke-linecap="round"/></svg>""";

    public Logo() {
        super("/");
        addClassName("logo");
        getElement().setAttribute("aria-label", Words.say("name")); // the word itself gives way on a phone
        Svg mark = new Svg(MARK);
        mark.getElement().setAttribute("aria-hidden", "true");
        mark.getStyle().set("display", "flex");
        add(mark, new Span(Words.say("name")));
    }
}
