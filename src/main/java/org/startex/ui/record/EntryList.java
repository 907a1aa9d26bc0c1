package org.startex.ui.record;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Place;
import org.startex.kernel.ExerciseId;
import org.startex.ledger.LedgerEntry;
import org.startex.ui.Calm;
import org.startex.ui.EntryWords;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.KeyMap;
import org.startex.ui.Narrow;
import org.startex.ui.Scene;
import org.startex.ui.SearchField;
import org.startex.ui.StoryClock;
import org.startex.ui.UserZone;
import org.startex.ui.Words;

/**
 * All entries in one order or the other, read as one scrolls. What comes while somebody is at work in the list waits behind a button, so that no line moves.
 */
public final class EntryList extends Section {
    private static final long serialVersionUID = 1L;

    /** Which entry comes first. */
    public enum Order {
        NEWEST_FIRST,
        OLDEST_FIRST
    }

    private final EntrySource source;
    private final Grid<LedgerEntry> grid = new Grid<>();
    private final Button waiting = new Button("", click -> settle());
    private final Calm calm = new Calm(this::settle, grid);
    private final SearchField search;
    private final Select<String> kind = new Select<>();
    private final Select<Place> cell = new Select<>();
    private final Span count = Html.span("m s", "");
    private transient @Nullable Scene scene;
    private ZoneId zone = ZoneId.of("Europe/London");

    /** @param open given the chosen entry and the hash of the one before, which is empty for the first */
    public EntryList(ExerciseTools tools, ExerciseId id, Order order, BiConsumer<LedgerEntry, String> open) {
        source = new EntrySource(tools, id, order);
        addClassNames("panel", "entries");
        getElement().setAttribute("aria-label", Words.say("log.entries-label"));
        search = new SearchField(Words.say("log.find"), text -> {
            source.search(text);
            reload();
        });
        search.addThemeName("small");
        kind.setAriaLabel(Words.say("log.kind"));
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(Words.say("log.all-kinds"));
        kind.setItemLabelGenerator(each -> each == null ? Words.say("log.all-kinds") : EntryWords.kind(each));
        kind.addThemeName("small");
        kind.addValueChangeListener(change -> {
            source.kind(change.getValue());
            reload();
        });
        cell.setAriaLabel(Words.say("log.cell"));
        cell.setEmptySelectionAllowed(true);
        cell.setEmptySelectionCaption(Words.say("log.all-cells"));
        cell.setItemLabelGenerator(each -> each == null ? Words.say("log.all-cells") : each.title());
        cell.addThemeName("small");
        cell.addValueChangeListener(change -> {
            source.cell(change.getValue() == null ? null : change.getValue().code());
            reload();
        });
        waiting.addThemeVariants(ButtonVariant.LUMO_SMALL);
        waiting.setVisible(false);
        columns();
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.getElement().setAttribute("aria-label", Words.say("log.entries-label"));
        grid.setEmptyStateText(Words.say("log.nothing"));
        grid.setSizeFull();
        grid.setItems(query -> source.page(query.getOffset(), query.getLimit()), query -> source.size());
        grid.asSingleSelect().addValueChangeListener(change -> {
            if (change.getValue() != null) {
                open.accept(change.getValue(), source.before(change.getValue()));
            }
        });
        add(
                Html.div("tb wrap", search, kind, cell, Html.spring(), count, waiting),
                calm,
                new KeyMap().key("/", search));
    }

    private void columns() {
        grid.addColumn(this::number)
                .setHeader(Words.say("log.seq"))
                .setPartNameGenerator(entry -> "number")
                .setWidth("76px")
                .setFlexGrow(0);
        grid.addColumn(this::exerciseTime)
                .setHeader(Words.say("clock.exercise-time"))
                .setWidth("104px")
                .setFlexGrow(0);
        Grid.Column<LedgerEntry> real = grid.addColumn(entry -> StoryClock.real(entry.occurredAt(), zone))
                .setHeader(Words.say("clock.real-time"))
                .setPartNameGenerator(entry -> "quiet")
                .setWidth("84px")
                .setFlexGrow(0);
        Grid.Column<LedgerEntry> who = grid.addColumn(entry -> scene == null ? "" : EntryWords.who(scene, entry))
                .setHeader(Words.say("log.who"))
                .setWidth("150px")
                .setFlexGrow(0);
        Grid.Column<LedgerEntry> where = grid.addColumn(entry -> scene == null ? "" : EntryWords.cell(scene, entry))
                .setHeader(Words.say("log.cell"))
                .setPartNameGenerator(entry -> "quiet")
                .setWidth("140px")
                .setFlexGrow(0);
        grid.addColumn(LitRenderer.<LedgerEntry>of(
                                "<span class=\"row\"><span class=\"mkc ${item.look}\"><sx-icon name=\"${item.icon}\"></sx-icon></span><span class=\"ell\">${item.text}</span></span>")
                        .withProperty("look", entry -> EntryWords.look(entry.fact()))
                        .withProperty("icon", entry -> EntryWords.icon(entry.fact()))
                        .withProperty("text", entry -> scene == null ? "" : EntryWords.summary(scene, entry)))
                .setHeader(Words.say("log.what"))
                .setFlexGrow(1);
        Narrow.leaveOut(this, List.of(real, who, where));
    }

    private String number(LedgerEntry entry) {
        return source.beside(entry)
                .map(other -> Words.say(
                        "log.two",
                        Long.toString(Math.min(other, entry.seq())),
                        Long.toString(Math.max(other, entry.seq()))))
                .orElseGet(() -> Long.toString(entry.seq()));
    }

    private String exerciseTime(LedgerEntry entry) {
        return scene == null ? "" : EntryWords.time(scene, entry);
    }

    /** Shows what the record has by now. */
    public void show(Scene now) {
        boolean first = scene == null;
        scene = now;
        source.scene(now);
        if (first) {
            zone = getUI().map(UserZone::of).orElse(zone);
            cell.setItems(now.plan().places());
            reload();
        } else if (source.behind()) {
            if (calm.busy()) {
                waiting.setText(Words.say("log.new", source.waiting()));
                waiting.setVisible(true);
            } else {
                settle();
            }
        }
    }

    /** Opens the entry with this number and brings it into view, without the filters if they leave it out; false if there is none. */
    public boolean choose(String number) {
        OptionalInt at = source.find(number);
        if (at.isEmpty() && source.entries() < source.all()) {
            source.search("");
            search.clear();
            kind.clear();
            cell.clear();
            reload();
            at = source.find(number);
        }
        if (at.isEmpty()) {
            return false;
        }
        grid.scrollToIndex(at.getAsInt());
        grid.asSingleSelect().setValue(source.at(at.getAsInt()));
        return true;
    }

    private void settle() {
        if (source.behind() || waiting.isVisible()) {
            reload();
        }
        waiting.setVisible(false);
    }

    private void reload() {
        source.read();
        List<String> kinds = source.kinds();
        String chosen = kind.getValue();
        if (!kinds.equals(kind.getListDataView().getItems().toList())) {
            kind.setItems(kinds);
            Stream.of(chosen == null ? "" : chosen).filter(kinds::contains).forEach(kind::setValue);
        }
        grid.getDataProvider().refreshAll();
        count.setText(Words.say("log.shown", source.entries(), source.all()));
    }
}
