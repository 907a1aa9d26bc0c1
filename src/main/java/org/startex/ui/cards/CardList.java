package org.startex.ui.cards;

import static org.startex.ui.cards.CardWords.TEXTS;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.CueCard;
import org.startex.conduct.Place;
import org.startex.kernel.InjectNumber;
import org.startex.ui.Calm;
import org.startex.ui.EmptyState;
import org.startex.ui.Filters;
import org.startex.ui.Html;
import org.startex.ui.Scene;
import org.startex.ui.SearchField;

/** The cards in the order in which they are to be said, to be found by cell, by state and by a word. Lines stay where they are while somebody points at them. */
final class CardList extends Section {
    private static final long serialVersionUID = 1L;

    private final transient Consumer<InjectNumber> open;
    private final SearchField search = new SearchField(TEXTS.get("find"), text -> settle());
    private final Select<Place> cell = new Select<>();
    private final Filters<CardFilter> filter =
            new Filters<>(TEXTS.get("filter"), CardFilter.class, CardFilter.OPEN, chosen -> settle());
    private final OrderedList list = new OrderedList();
    private final Calm calm = new Calm(this::settle, list);
    private final Div empty = Html.div("");
    private transient @Nullable Scene scene;
    private transient List<CueCard> cards = List.of();
    private transient @Nullable InjectNumber chosen;
    private transient @Nullable Object drawn;

    CardList(Consumer<InjectNumber> open) {
        this.open = open;
        addClassNames("panel", "cc-list", "noprint");
        getElement().setAttribute("aria-label", TEXTS.get("list"));
        search.setId("find");
        cell.setEmptySelectionAllowed(true);
        cell.setEmptySelectionCaption(TEXTS.get("cells.all"));
        cell.setAriaLabel(TEXTS.get("cells"));
        cell.setItemLabelGenerator(place -> place == null ? TEXTS.get("cells.all") : place.title());
        cell.addValueChangeListener(change -> settle());
        add(Html.div("tb wrap", search, cell, filter), calm, empty);
    }

    SearchField search() {
        return search;
    }

    /** @param places the cells of the exercise */
    void offer(List<Place> places) {
        cell.setItems(places);
        cell.setVisible(places.size() > 1);
    }

    void show(Scene now, List<CueCard> all, @Nullable InjectNumber shown) {
        scene = now;
        cards = all;
        boolean turned = !Objects.equals(chosen, shown);
        chosen = shown;
        if (turned || !calm.busy()) {
            settle();
        }
    }

    private void settle() {
        Scene now = scene;
        if (now == null) {
            return;
        }
        filter.label(each -> switch (each) {
            case OPEN -> TEXTS.get("filter.open", each.count(cards));
            case SPOKEN -> TEXTS.get("filter.spoken", each.count(cards));
            case ALL -> TEXTS.get("filter.all", each.count(cards));
        });
        List<CueCard> wanted = cards.stream()
                .filter(filter.chosen()::shows)
                .filter(this::inCell)
                .filter(this::matches)
                .toList();
        List<Object> lines = wanted.stream()
                .<Object>map(card -> List.of(card, card.late(now.elapsed())))
                .toList();
        Object key = List.of(lines, now.exercise().word(), chosen == null ? "" : chosen);
        if (key.equals(drawn)) {
            return;
        }
        drawn = key;
        list.removeAll();
        wanted.forEach(card -> list.add(line(now, card)));
        empty.removeAll();
        if (wanted.isEmpty()) {
            boolean narrowed = cell.getValue() != null || !search.getValue().isBlank();
            empty.add(new EmptyState(TEXTS.get(
                    narrowed ? "none.narrowed" : filter.chosen() == CardFilter.SPOKEN ? "none.spoken" : "none.open")));
        }
    }

    private boolean inCell(CueCard card) {
        Place place = cell.getValue();
        return place == null || card.to().stream().anyMatch(to -> to.cell().equals(place.code()));
    }

    private boolean matches(CueCard card) {
        String wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || String.join(
                                " ",
                                card.number().value(),
                                card.title(),
                                card.script().call(),
                                card.script().as())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted);
    }

    private ListItem line(Scene now, CueCard card) {
        NativeButton line = new NativeButton();
        line.add(
                Html.div(
                        "tx",
                        Html.span("row", Html.span("no", card.number().value()), Html.span("cc-title", card.title())),
                        Html.span("m s", TEXTS.get("line.call", card.script().call()))),
                CardWords.line(now, card));
        line.getElement()
                .setAttribute("aria-pressed", String.valueOf(card.number().equals(chosen)));
        line.addClickListener(click -> open.accept(card.number()));
        return new ListItem(line);
    }
}
