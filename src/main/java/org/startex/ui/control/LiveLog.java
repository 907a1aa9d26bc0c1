package org.startex.ui.control;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Attestation;
import org.startex.conduct.ReplyLogged;
import org.startex.ledger.LedgerEntry;
import org.startex.logbook.DecisionRecorded;
import org.startex.ui.Calm;
import org.startex.ui.DecisionText;
import org.startex.ui.EmptyState;
import org.startex.ui.EntryWords;
import org.startex.ui.ExerciseNavigation;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Scene;
import org.startex.ui.Words;

/** The latest entries of the record, the newest first; decisions open with their rationale. What is new waits while somebody points at the list. */
final class LiveLog extends Section {
    private static final long serialVersionUID = 1L;
    private static final int KEPT = 60;

    private final transient ExerciseTools tools;
    private final Span count = Html.span("n", "");
    private final OrderedList list = new OrderedList();
    private final Button waiting = new Button("", click -> settle());
    private final Calm calm = new Calm(this::settle, list);
    private final Div empty = Html.div("");
    private final Anchor whole = new Anchor("", Words.say("log.whole"));
    private final transient Deque<LedgerEntry> held = new ArrayDeque<>();
    private final transient Map<LedgerEntry, Asked> asked = new HashMap<>();
    private transient @Nullable Scene scene;
    private long read;

    /** A line of a decision that a loggist logged, and what its maker had said when it was drawn. */
    private record Asked(ListItem line, Attestation known) {}

    LiveLog(ExerciseTools tools) {
        this.tools = tools;
        addClassNames("panel", "lg", "page-log");
        H2 heading = new H2(Words.say("log.live"));
        heading.setId("log-heading");
        getElement().setAttribute("aria-labelledby", "log-heading");
        waiting.addThemeVariants(ButtonVariant.LUMO_SMALL);
        waiting.setVisible(false);
        whole.addClassName("s");
        list.addClassName("lo");
        list.getElement().setAttribute("tabindex", "0");
        list.getElement().setAttribute("aria-labelledby", "log-heading");
        add(Html.div("ph", heading, count, Html.spring(), waiting, whole), calm, empty);
        empty.add(new EmptyState(Words.say("log.none")));
    }

    void show(Scene now) {
        if (scene == null) {
            read = Math.max(0, now.play().seq() - KEPT);
            whole.setHref(ExerciseNavigation.log(now.id()));
        }
        scene = now;
        redraw(now);
        List<LedgerEntry> fresh = tools.record().read(tools.caller(), now.id(), read, KEPT * 4);
        if (fresh.isEmpty()) {
            return;
        }
        read = fresh.getLast().seq();
        count.setText(Words.say("log.entries", read));
        fresh.stream().filter(entry -> !(entry.fact() instanceof ReplyLogged)).forEach(held::add);
        while (held.size() > KEPT) {
            held.removeFirst();
        }
        if (calm.busy()) {
            waiting.setText(Words.say("log.new", held.size()));
            waiting.setVisible(true);
        } else {
            settle();
        }
    }

    /** A decision that a loggist logged says whether its maker has confirmed it: its line changes when that does. */
    private void redraw(Scene now) {
        asked.replaceAll((entry, shown) -> {
            Attestation known = now.play().attestation(entry.seq()).orElse(shown.known());
            if (known.equals(shown.known()) || shown.line().getParent().isEmpty()) {
                return shown;
            }
            ListItem line = line(now, entry);
            list.replace(shown.line(), line);
            return new Asked(line, known);
        });
    }

    private void settle() {
        Scene now = scene;
        waiting.setVisible(false);
        if (now == null || held.isEmpty()) {
            return;
        }
        for (LedgerEntry entry : new ArrayList<>(held)) {
            ListItem line = line(now, entry);
            list.addComponentAsFirst(line);
            now.play().attestation(entry.seq()).ifPresent(known -> asked.put(entry, new Asked(line, known)));
        }
        held.clear();
        while (list.getComponentCount() > KEPT) {
            list.remove(list.getComponentAt(list.getComponentCount() - 1));
        }
        empty.setVisible(list.getComponentCount() == 0);
    }

    private static ListItem line(Scene now, LedgerEntry entry) {
        Div words = Html.div(
                "row",
                Html.span("tt", EntryWords.time(now, entry)),
                Html.span("mkc " + EntryWords.look(entry.fact()), new Icon(EntryWords.icon(entry.fact()))),
                Html.span("ell", EntryWords.summary(now, entry)));
        words.setTitle(EntryWords.summary(now, entry));
        if (entry.fact() instanceof DecisionRecorded decision) {
            Details details = new Details(words, new DecisionText(now, decision));
            details.setWidthFull();
            return new ListItem(details);
        }
        ListItem line = new ListItem(words);
        line.addClassName("plain");
        return line;
    }
}
