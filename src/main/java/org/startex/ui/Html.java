package org.startex.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Short words for plain pieces of a page, with the classes of {@code startex.css}. */
public final class Html {
    private Html() {}

    /** A box with these classes around these things. */
    public static Div div(String classes, Component... children) {
        return dressed(new Div(children), classes);
    }

    /** A run of text. */
    public static Span span(String classes, String text) {
        return dressed(new Span(text), classes);
    }

    /** A run of things. */
    public static Span span(String classes, Component... children) {
        return dressed(new Span(children), classes);
    }

    /** A paragraph. */
    public static Paragraph p(String classes, String text) {
        return dressed(new Paragraph(text), classes);
    }

    /** What pushes its neighbours apart. */
    public static Span spring() {
        return span("sp");
    }

    /** What somebody says in the story. Long texts scroll, also by keyboard. */
    public static Div quote(Component text) {
        Div quote = div("quote", text);
        quote.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "group")
                .setAttribute("aria-label", Words.say("inject.text-label"));
        return quote;
    }

    /** What may be wider than the page; it scrolls sideways by itself, also by keyboard. */
    public static Div wide(String classes, String label, Component content) {
        Div wide = div((classes + " scrolls").strip(), content);
        wide.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        wide.getElement().setAttribute("aria-label", label);
        return wide;
    }

    /** What is read beside a list; it scrolls by itself, also by keyboard. */
    public static Div beside() {
        Div beside = div("beside");
        beside.getElement().setAttribute("tabindex", "0");
        return beside;
    }

    /** A link that is heard and shown only when the keyboard comes to it. */
    public static Anchor skip(String target, String text) {
        Anchor link = dressed(new Anchor("#" + target, text), "skip");
        link.setRouterIgnore(true);
        return link;
    }

    private static <T extends HtmlContainer> T dressed(T element, String classes) {
        if (!classes.isEmpty()) {
            element.setClassName(classes);
        }
        return element;
    }
}
