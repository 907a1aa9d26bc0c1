package org.startex.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What was learned from an entry: everything that cites it, each openable, or that nothing does yet. */
final class Citations extends Section {
    private static final long serialVersionUID = 1L;

    Citations(List<CitedBy.Link> links) {
        addClassNames("stack", "tight", "line-above", "citations");
        add(new H3(Words.say("cited.title")));
        if (links.isEmpty()) {
            add(Html.p("m s", Words.say("cited.none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassNames("lines", "s");
        links.forEach(link -> list.add(new ListItem(
                Html.span("row wrap", Html.span("no", link.what()), new Anchor(link.path(), link.title())))));
        add(list);
    }
}
