package org.startex.ui.evaluator;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import org.startex.kernel.EntryRef;
import org.startex.kernel.Texts;
import org.startex.ledger.LedgerEntry;
import org.startex.ui.EmptyState;
import org.startex.ui.EntryWords;
import org.startex.ui.ExerciseNavigation;
import org.startex.ui.Html;
import org.startex.ui.Scene;

/** One's own observations, the newest first, each with its entry in the log. */
final class Mine extends Section {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-evaluator");

    private int shown = -1;

    Mine() {
        addClassName("mine");
        getElement().setAttribute("aria-label", TEXTS.get("mine.label"));
    }

    void show(Scene scene, List<LedgerEntry> mine) {
        if (mine.size() == shown) {
            return;
        }
        shown = mine.size();
        removeAll();
        if (mine.isEmpty()) {
            add(new EmptyState(TEXTS.get("mine.none")));
            return;
        }
        OrderedList list = new OrderedList();
        list.addClassName("rows");
        mine.forEach(entry -> list.add(new ListItem(
                Html.span("", EntryWords.summary(scene, entry)),
                Html.div(
                        "row xs m",
                        Html.span("", EntryWords.time(scene, entry)),
                        new Anchor(
                                ExerciseNavigation.entry(new EntryRef(entry.exercise(), entry.seq())),
                                TEXTS.get("mine.open", entry.seq()))))));
        add(list);
    }
}
