package org.startex.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
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

    /** A panel that is a region of the page, named by its heading. */
    public static Section panel(H2 heading, Component... besideHeading) {
        String id = "h-" + java.util.UUID.randomUUID().toString().substring(0, 8);
        heading.setId(id);
        Section panel = dressed(new Section(), "panel");
        panel.getElement().setAttribute("aria-labelledby", id);
        Div head = div("ph", heading);
        head.add(besideHeading);
        panel.add(head);
        return panel;
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
