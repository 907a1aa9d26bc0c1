package org.startex.ui.evaluator;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Attestation;
import org.startex.conduct.InjectAcknowledged;
import org.startex.conduct.Place;
import org.startex.kernel.Texts;
import org.startex.ledger.LedgerEntry;
import org.startex.ui.Calm;
import org.startex.ui.EmptyState;
import org.startex.ui.EntryWords;
import org.startex.ui.Filters;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Scene;

/**
 * What happens, the newest first, by cell: injects and decisions, which open to be observed, and acknowledgements. What comes while somebody points
 * at the list waits behind a button.
 */
final class Stream extends Section {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-evaluator");
    private static final int KEPT = 150;

    private final transient Consumer<LedgerEntry> open;
    private final Filters<Shown> kinds =
            new Filters<>(TEXTS.get("stream.show"), Shown.class, Shown.EVERYTHING, shown -> redraw());
    private final Select<Place> cell = new Select<>();
    private final Button waiting = new Button("", click -> settle());
    private final OrderedList list = new OrderedList();
    private final Calm calm = new Calm(this::settle, list);
    private final Div empty = Html.div("");
    private final transient Map<Long, Span> counts = new HashMap<>();
    private final transient Map<Long, NativeButton> buttons = new HashMap<>();
    private transient @Nullable Witnessed witnessed;
    private transient @Nullable Scene scene;
    private transient @Nullable Long chosen;
    private transient Map<Long, Attestation> attested = Map.of();
    private int drawn = -1;

    Stream(Consumer<LedgerEntry> open) {
        this.open = open;
        addClassNames("stream");
        getElement().setAttribute("aria-label", TEXTS.get("stream.label"));
        cell.setAriaLabel(TEXTS.get("stream.cell"));
        cell.setEmptySelectionAllowed(true);
        cell.setEmptySelectionCaption(TEXTS.get("stream.all-cells"));
        cell.setItemLabelGenerator(place -> place == null ? TEXTS.get("stream.all-cells") : place.title());
        cell.addValueChangeListener(change -> redraw());
        waiting.setVisible(false);
        waiting.addClassName("waiting");
        add(Html.div("tb wrap", kinds, cell), waiting, calm, empty);
    }

    void show(Scene now, Witnessed record) {
        if (scene == null) {
            cell.setItems(now.plan().places());
        }
        scene = now;
        witnessed = record;
        kinds.label(shown -> TEXTS.get(
                "stream." + shown.key(),
                record.play().stream().filter(shown::shows).count()));
        int fresh = record.play().size() - Math.max(0, drawn);
        if (drawn >= 0 && fresh > 0 && calm.busy()) {
            waiting.setText(TEXTS.get("stream.new", fresh));
            waiting.setVisible(true);
        } else if (fresh > 0 || drawn < 0 || (!now.play().attestations().equals(attested) && !calm.busy())) {
            attested = now.play().attestations();
            redraw();
        }
        counts.forEach((seq, count) -> count(count, record.about(seq)));
    }

    /** Marks what is open beside. */
    void choose(@Nullable Long seq) {
        chosen = seq;
        buttons.forEach((each, button) ->
                button.getElement().setAttribute("aria-pressed", String.valueOf(each.equals(chosen))));
    }

    private void settle() {
        if (waiting.isVisible()) {
            redraw();
        }
    }

    private void redraw() {
        Scene now = scene;
        Witnessed record = witnessed;
        if (now == null || record == null) {
            return;
        }
        waiting.setVisible(false);
        drawn = record.play().size();
        list.removeAll();
        counts.clear();
        buttons.clear();
        Place of = cell.getValue();
        List<LedgerEntry> wanted = record.play().reversed().stream()
                .filter(kinds.chosen()::shows)
                .filter(entry -> of == null || EntryWords.concerns(now, entry, of.code()))
                .toList();
        wanted.stream().limit(KEPT).forEach(entry -> list.add(line(now, record, entry)));
        empty.removeAll();
        if (wanted.isEmpty()) {
            empty.add(new EmptyState(
                    TEXTS.get(now.play().clock().started().isEmpty() ? "stream.before" : "stream.none")));
        } else if (wanted.size() > KEPT) {
            empty.add(Html.p("m s pad", TEXTS.get("stream.earlier", wanted.size() - KEPT)));
        }
    }

    private ListItem line(Scene now, Witnessed record, LedgerEntry entry) {
        Span icon = Html.span("mkc " + EntryWords.look(entry.fact()), new Icon(EntryWords.icon(entry.fact())));
        Div words = Html.div(
                "tx",
                Html.span("what", EntryWords.summary(now, entry)),
                Html.span("m xs", TEXTS.get("stream.when", EntryWords.time(now, entry), EntryWords.cell(now, entry))));
        if (entry.fact() instanceof InjectAcknowledged) {
            ListItem plain = new ListItem(icon, words);
            plain.addClassName("plain");
            return plain;
        }
        Span count = Html.span("st mini");
        count(count, record.about(entry.seq()));
        counts.put(entry.seq(), count);
        NativeButton button = new NativeButton("", click -> open.accept(entry));
        button.add(icon, words, count);
        button.getElement()
                .setAttribute(
                        "aria-pressed", String.valueOf(Long.valueOf(entry.seq()).equals(chosen)));
        buttons.put(entry.seq(), button);
        return new ListItem(button);
    }

    private static void count(Span place, long observations) {
        String text = observations == 0 ? "" : TEXTS.get("stream.observed", observations);
        place.setVisible(observations > 0);
        if (!text.equals(place.getElement().getAttribute("data-count"))) {
            place.getElement().setAttribute("data-count", text);
            place.removeAll();
            place.removeClassNames("seen");
            if (observations > 0) {
                place.addClassName("seen");
                place.add(new Icon("observation"), Html.span("", text));
            }
        }
    }
}
