package org.startex.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** A sentence that matters, with its icon, in the place it is about. */
public final class Notice extends Div {
    private static final long serialVersionUID = 1L;

    private Notice(String kind, String icon, Component... words) {
        addClassName("notice");
        if (!kind.isEmpty()) {
            addClassName(kind);
        }
        add(new Icon(icon), Html.div("stack", words));
    }

    /** Something worth knowing. */
    public static Notice info(String text) {
        return new Notice("", "info", Html.span("", text));
    }

    /** Something that went well and is now on record. */
    public static Notice good(String text) {
        return new Notice("ack", "ack", Html.span("", text));
    }

    /** Something that needs a person soon. */
    public static Notice caution(String text, Component... more) {
        Notice notice = new Notice("due", "late", Html.span("", text));
        notice.more(more);
        return notice;
    }

    /** Something that did not work: what happened, what is kept, and what to do. */
    public static Notice problem(String text, Component... more) {
        Notice notice = new Notice("late", "late", Html.span("", text));
        notice.getElement().setAttribute("role", "alert");
        notice.more(more);
        return notice;
    }

    private void more(Component... more) {
        if (more.length > 0) {
            add(Html.spring());
            add(more);
        }
    }
}
