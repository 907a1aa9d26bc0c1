package org.startex.ui.control;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.InjectRow;
import org.startex.conduct.InjectState;
import org.startex.kernel.Texts;
import org.startex.ui.Calm;
import org.startex.ui.Channels;
import org.startex.ui.Narrow;
import org.startex.ui.Scene;
import org.startex.ui.Words;

/**
 * The list of injects, split by the now-row. What a row says changes in its place; rows come, go and move only while nobody is at work in the list,
 * and until then it says how many changes wait.
 */
final class InjectGrid extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-steering");
    /** On a phone the state stands beneath the title. */
    private static final String CHIP = """
            <span class="st ${item.look}" ?hidden=${!item.look}><sx-icon name="${item.look}"></sx-icon>\
            <sx-countdown ?hidden=${!item.counts} .pattern=${item.words} .due=${item.due} .past=${item.past} .now=${item.now}></sx-countdown>\
            <span class="ell" title=${item.words} ?hidden=${item.counts}>${item.words}</span></span>""";

    private static final String TITLE = """
            <span class="nowpill" ?hidden=${!item.isNow}><sx-now .pattern=${item.title}></sx-now></span>\
            <span class="row ti" ?hidden=${item.isNow}><sx-icon class="m" name="${item.icon}"></sx-icon>\
            <span class="vh">${item.channel}: </span><span class="ell ${item.struck}">${item.title}</span><span class="moved" ?hidden=${!item.moved}>\
            <sx-icon name="move"></sx-icon><span class="vh">${item.movedWord} </span>${item.moved}</span></span>\
            ${item.narrow && item.look ? html`<span class="row below">@@</span>` : ''}""".replace("@@", CHIP);

    private final Grid<MselLine> grid = new Grid<>();
    private final Calm calm = new Calm(this::settle, grid);
    private Grid.@Nullable Column<MselLine> due;
    private final Button waiting = new Button("", click -> settle());
    private final transient Map<String, MselLine> lines = new LinkedHashMap<>();
    private boolean asked;
    private boolean narrow;
    private List<String> order = List.of();
    private transient List<InjectRow> wanted = List.of();
    private transient @Nullable Scene scene;
    private transient ListDataProvider<MselLine> rows = provider(List.of());

    InjectGrid(Consumer<String> open) {
        addClassName("msel");
        waiting.addThemeVariants(ButtonVariant.LUMO_SMALL);
        waiting.addClassName("waiting");
        waiting.setVisible(false);
        columns();
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.setSizeFull();
        grid.setDataProvider(rows);
        grid.getElement().setAttribute("aria-label", Words.say("injects.label"));
        grid.setPartNameGenerator(line -> line.isNow() ? "now" : line.look());
        grid.setEmptyStateText(Words.say("injects.none"));
        grid.asSingleSelect().addValueChangeListener(change -> {
            if (change.isFromClient()
                    && change.getValue() != null
                    && !change.getValue().isNow()) {
                open.accept(change.getValue().key());
            }
        });
        grid.addItemClickListener(click -> {
            if (!click.getItem().isNow()) {
                open.accept(click.getItem().key());
            }
        });
        grid.setId("injects");
        add(calm, waiting);
    }

    private void columns() {
        grid.addColumn(line -> line.isNow() ? "" : line.key())
                .setHeader(Words.say("injects.number"))
                .setPartNameGenerator(line -> "number")
                .setWidth("48px")
                .setFlexGrow(0);
        due = grid.addColumn(
                        line -> line.isNow() || scene == null || !line.row().inTime()
                                ? ""
                                : scene.clock().minutes(line.row().at()))
                .setHeader(Words.say("injects.due"))
                .setWidth("56px")
                .setFlexGrow(0);
        grid.addColumn(chip(LitRenderer.of(TITLE))
                        .withProperty("narrow", line -> narrow)
                        .withProperty("isNow", MselLine::isNow)
                        .withProperty(
                                "title",
                                line -> line.isNow()
                                        ? Words.say("injects.now")
                                        : line.row().title())
                        .withProperty(
                                "icon",
                                line -> line.isNow()
                                        ? ""
                                        : Channels.icon(line.row().channel()))
                        .withProperty("struck", line -> line.struck() ? "struck" : "")
                        .withProperty("moved", MselLine::moved)
                        .withProperty("movedWord", line -> TEXTS.get("moved"))
                        .withProperty(
                                "channel",
                                line -> line.isNow()
                                        ? ""
                                        : Channels.word(line.row().channel())))
                .setHeader(Words.say("injects.title"))
                .setWidth("132px")
                .setFlexGrow(4);
        Grid.Column<MselLine> to = grid.addColumn(line -> line.isNow() || scene == null
                        ? ""
                        : scene.cells(line.row().to()))
                .setHeader(Words.say("injects.to"))
                .setPartNameGenerator(line -> "quiet")
                .setWidth("112px")
                .setFlexGrow(1);
        Grid.Column<MselLine> state = grid.addColumn(chip(LitRenderer.of(CHIP)))
                .setHeader(Words.say("injects.state"))
                .setWidth("142px")
                .setFlexGrow(0);
        Grid.Column<MselLine> base = grid.addColumn(line -> line.isNow() ? "" : InjectStates.base(line.row()))
                .setHeader(Words.say("injects.acknowledged"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("72px")
                .setFlexGrow(0);
        Narrow.follow(this, room -> {
            narrow = room;
            List.of(to, state, base).forEach(column -> column.setVisible(!room));
            rows.refreshAll();
        });
    }

    private LitRenderer<MselLine> chip(LitRenderer<MselLine> renderer) {
        return renderer.withProperty("look", MselLine::look)
                .withProperty(
                        "words", line -> line.isNow() || scene == null ? "" : InjectStates.pattern(scene, line.row()))
                .withProperty("counts", MselLine::counts)
                .withProperty(
                        "due",
                        line -> line.isNow() ? 0 : (double) line.row().turn().micros())
                .withProperty("past", line -> !line.isNow() && line.row().state() == InjectState.LATE)
                .withProperty("now", line -> Words.say("inject.due-now"));
    }

    /** Shows these rows, which are in order and filtered. */
    void show(Scene now, List<InjectRow> filtered) {
        if (scene == null && due != null && now.clock().severalDays(now.plan().length())) {
            due.setWidth("96px");
        }
        scene = now;
        wanted = filtered;
        List<String> keys = keys(now, filtered);
        if (keys.equals(order)) {
            update();
        } else if (calm.busy() && !order.isEmpty() && !asked) {
            update();
            waiting.setText(Words.say("injects.changes", Math.max(1, changes(keys))));
            waiting.setVisible(true);
        } else {
            settle();
        }
    }

    /** The next rows are what somebody has asked for: they are shown at once, whoever points at the list. */
    void asked() {
        asked = true;
    }

    /** Marks the row of the inject that is open beside. */
    void select(@Nullable String number) {
        MselLine line = number == null ? null : lines.get(number);
        if (!Objects.equals(grid.asSingleSelect().getValue(), line)) {
            grid.asSingleSelect().setValue(line);
        }
    }

    /** Goes back to now the next time that rows move. */
    void toNow() {
        int now = order.indexOf(MselLine.NOW);
        if (now >= 0) {
            grid.scrollToIndex(Math.max(0, now - 5));
        }
    }

    /** Injects that have come, gone, or left since the rows were put in order. */
    private int changes(List<String> keys) {
        Set<String> before = new HashSet<>(order.subList(0, Math.max(0, order.indexOf(MselLine.NOW))));
        Set<String> changed = new HashSet<>(keys.subList(0, Math.max(0, keys.indexOf(MselLine.NOW))));
        changed.removeAll(before);
        Set<String> fresh = new HashSet<>(keys);
        order.forEach(fresh::remove);
        changed.addAll(fresh);
        return changed.size();
    }

    private static List<String> keys(Scene now, List<InjectRow> filtered) {
        List<String> keys = new ArrayList<>();
        boolean started = now.play().clock().started().isPresent();
        boolean nowShown = !started;
        for (InjectRow row : filtered) {
            if (!nowShown && !row.sent() && (row.toCome() || row.at().compareTo(now.elapsed()) > 0)) {
                keys.add(MselLine.NOW);
                nowShown = true;
            }
            keys.add(row.number().value());
        }
        return keys;
    }

    private void update() {
        for (InjectRow row : wanted) {
            MselLine line = lines.get(row.number().value());
            if (line != null && !row.equals(line.row())) {
                line.say(row);
                rows.refreshItem(line);
            }
        }
    }

    private void settle() {
        asked = false;
        waiting.setVisible(false);
        Scene now = scene;
        if (now == null) {
            return;
        }
        List<String> keys = keys(now, wanted);
        if (keys.equals(order)) {
            update();
            return;
        }
        MselLine selected = grid.asSingleSelect().getValue();
        Map<String, InjectRow> byNumber =
                wanted.stream().collect(Collectors.toMap(row -> row.number().value(), row -> row));
        lines.clear();
        keys.forEach(key -> lines.put(key, new MselLine(key, byNumber.get(key))));
        order = keys;
        rows = provider(new ArrayList<>(lines.values()));
        grid.setDataProvider(rows);
        if (selected != null) {
            select(selected.key());
        }
        toNow();
    }

    private static ListDataProvider<MselLine> provider(List<MselLine> lines) {
        return new ListDataProvider<>(lines) {
            private static final long serialVersionUID = 1L;

            @Override
            public Object getId(MselLine line) {
                return line.key();
            }
        };
    }
}
