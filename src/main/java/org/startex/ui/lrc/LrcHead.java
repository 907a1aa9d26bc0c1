package org.startex.ui.lrc;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import org.startex.kernel.Texts;
import org.startex.ui.Html;

/** The head of each screen of the workspace: that this is a working record, what it shows, its parts, and what can be done. */
final class LrcHead extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lrc");

    LrcHead(LrcTab at, String title, Component... acts) {
        addClassName("lrc-head");
        Nav nav = new Nav();
        nav.addClassName("tabs");
        nav.getElement().setAttribute("aria-label", TEXTS.get("tabs"));
        for (LrcTab tab : LrcTab.values()) {
            Anchor link = new Anchor(tab.path, TEXTS.get(tab.key));
            if (tab == at) {
                link.getElement().setAttribute("aria-current", "page");
            }
            nav.add(link);
        }
        Div head = Html.div("pagehead", new H1(title), Html.spring());
        head.add(acts);
        add(
                Html.div(
                        "lrc-mark",
                        Html.span("b", TEXTS.get("mark")),
                        Html.span("m", TEXTS.get("mark.meaning")),
                        Html.span("extag", TEXTS.get("mark.ex"))),
                nav,
                head);
    }
}
