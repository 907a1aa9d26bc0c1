package org.startex.ui.control;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.InjectReceipt;
import org.startex.conduct.Place;
import org.startex.conduct.ReceiptMatrix;
import org.startex.kernel.CellCode;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.Texts;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Scene;
import org.startex.ui.Words;

/**
 * Who has received, seen, acknowledged and answered, for every delivered inject and every cell at once. It is a grid: arrows move in it, Enter opens the inject beside. What is late stands out
 * by a shape and a word, and can be shown alone.
 */
final class MatrixBoard extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-safety");
    private static final String COUNT = """
            <span class="k ${item.late ? 'late' : item.all ? 'ack' : ''}" ?hidden=${!item.people} title=${item.words}>\
            <sx-icon name="late" ?hidden=${!item.late}></sx-icon>\
            <span class="z" aria-hidden="true" ?hidden=${!item.received}><sx-icon name="delivered"></sx-icon>${item.received}</span>\
            <span class="z" aria-hidden="true" ?hidden=${!item.seen}><sx-icon name="seen"></sx-icon>${item.seen}</span>\
            <span class="z" aria-hidden="true" ?hidden=${!item.acknowledged}><sx-icon name="ack"></sx-icon>${item.acknowledged}</span>\
            <span class="z" aria-hidden="true" ?hidden=${!item.answered}><sx-icon name="decision"></sx-icon>${item.answered}</span>\
            <span aria-hidden="true">${item.of}</span><span class="vh">${item.words}</span></span>""";

    private final Grid<ReceiptMatrix.Row> grid = new Grid<>();
    private final Checkbox late = new Checkbox(TEXTS.get("matrix.late"), change -> fill());
    private final transient Consumer<String> open;
    private List<Place> cells = List.of();
    private transient @Nullable ReceiptMatrix matrix;
    private transient List<ReceiptMatrix.Row> shown = List.of();
    private transient @Nullable Scene scene;

    MatrixBoard(Consumer<String> open) {
        this.open = open;
        addClassName("matrix");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_COLUMN_BORDERS);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setSizeFull();
        grid.getElement().setAttribute("aria-label", TEXTS.get("matrix.title"));
        grid.setEmptyStateText(TEXTS.get("matrix.none"));
        grid.addItemClickListener(
                click -> open.accept(click.getItem().inject().number().value()));
        add(Html.div("tb wrap", late, Html.spring(), key()), grid);
    }

    void show(Scene now, Map<Long, Map<ParticipantId, InjectReceipt>> receipts) {
        scene = now;
        if (!cells.equals(now.plan().places())) {
            cells = now.plan().places();
            columns();
        }
        matrix = ReceiptMatrix.of(now.play(), receipts, now.now());
        fill();
    }

    private void fill() {
        ReceiptMatrix all = matrix;
        if (all == null) {
            return;
        }
        List<ReceiptMatrix.Row> rows = late.getValue() ? all.late().rows() : all.rows();
        if (!rows.equals(shown)) {
            shown = rows;
            grid.setItems(rows);
        }
    }

    private void columns() {
        grid.removeAllColumns();
        grid.addComponentColumn(this::name)
                .setHeader(TEXTS.get("matrix.inject"))
                .setFrozen(true)
                .setWidth("13rem")
                .setFlexGrow(2);
        cells.forEach(cell -> grid.addColumn(counts(cell.code()))
                .setHeader(cell.title())
                .setWidth("10.5rem")
                .setFlexGrow(1));
    }

    private Button name(ReceiptMatrix.Row row) {
        String number = row.inject().number().value();
        Scene now = scene;
        Button button = new Button(
                TEXTS.get(
                        "matrix.name",
                        number,
                        now == null ? "" : now.clock().minutes(row.inject().time()),
                        row.inject().words().title()),
                click -> open.accept(number));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        button.addClassName("ell");
        return button;
    }

    private static LitRenderer<ReceiptMatrix.Row> counts(CellCode cell) {
        return LitRenderer.<ReceiptMatrix.Row>of(COUNT)
                .withProperty("people", row -> row.cell(cell).isPresent())
                .withProperty(
                        "late",
                        row -> row.cell(cell).filter(ReceiptMatrix.Count::late).isPresent())
                .withProperty(
                        "all",
                        row -> row.cell(cell)
                                .filter(count -> count.acknowledged() == count.people())
                                .isPresent())
                .withProperty("received", row -> count(row, cell, ReceiptMatrix.Count::received))
                .withProperty("seen", row -> count(row, cell, ReceiptMatrix.Count::seen))
                .withProperty("acknowledged", row -> count(row, cell, ReceiptMatrix.Count::acknowledged))
                .withProperty("answered", row -> count(row, cell, ReceiptMatrix.Count::answered))
                .withProperty(
                        "of",
                        row -> row.cell(cell)
                                .map(count -> TEXTS.get("matrix.of", count.people()))
                                .orElse(""))
                .withProperty(
                        "words", row -> row.cell(cell).map(MatrixBoard::words).orElse(""));
    }

    /** What the icons stand for. */
    private static Div key() {
        return Html.div(
                "row wrap m s key",
                key("delivered", Words.say("receipts.received")),
                key("seen", Words.say("receipts.seen")),
                key("ack", Words.say("receipts.acknowledged")),
                key("decision", Words.say("receipts.answered")));
    }

    private static Span key(String icon, String words) {
        return Html.span("row tight-row", new Icon(icon), Html.span("", words));
    }

    /** Only what has happened is shown: a nought is an icon less. */
    private static int count(ReceiptMatrix.Row row, CellCode cell, ToIntFunction<ReceiptMatrix.Count> which) {
        return row.cell(cell).map(which::applyAsInt).orElse(0);
    }

    private static String words(ReceiptMatrix.Count c) {
        String words = TEXTS.get("matrix.words", c.received(), c.seen(), c.acknowledged(), c.answered(), c.people());
        return c.late() ? TEXTS.get("matrix.is-late", words) : words;
    }
}
