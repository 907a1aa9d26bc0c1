package org.startex.ui.competency;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.startex.competency.LearnerRecord;
import org.startex.competency.Matrix;
import org.startex.kernel.KsbCode;
import org.startex.kernel.Texts;
import org.startex.standards.StandardsCatalogue;
import org.startex.ui.EmptyState;
import org.startex.ui.Filters;
import org.startex.ui.Html;
import org.startex.ui.Icon;

/** The matrix of a record by KSB, by duty and by what is missing, with one KSB opened beside it. */
final class RecordBoard extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-competency");

    private enum Arranged {
        KSB,
        DUTY,
        GAPS
    }

    private final transient StandardsCatalogue standard;
    private final transient LearnerRecord record;
    private final Div board = Html.div("board");
    private final Div beside = Html.beside();
    private @Nullable KsbTiles tiles;

    RecordBoard(StandardsCatalogue standard, LearnerRecord record) {
        this.standard = standard;
        this.record = record;
        addClassNames("split", "record-split");
        Filters<Arranged> arranged = new Filters<>(TEXTS.get("arrange"), Arranged.class, Arranged.KSB, this::arrange);
        arranged.label(one -> TEXTS.get("arrange." + one.name().toLowerCase(Locale.ROOT)));
        add(Html.div("panel", Html.div("tb wrap line-below", arranged, Html.spring(), legend()), board), beside);
        arrange(Arranged.KSB);
        beside.add(Html.div("panel", new EmptyState(TEXTS.get("ksb.pick"))));
        beside.add(source());
    }

    private Div source() {
        return Html.div(
                "m xs source",
                Html.p("", standard.standardName()),
                Html.p(
                        "",
                        TEXTS.get(
                                "standard.updated", standard.standardReference().updated())),
                Html.p("", standard.standardAttribution()));
    }

    private UnorderedList legend() {
        Matrix matrix = record.matrix();
        UnorderedList legend = new UnorderedList(
                key("mkc ack", "ack", "legend.accepted", matrix.shown()),
                key("mkc due", "due", "legend.waiting", count(Matrix.KsbLine::waiting)),
                key("mkc held", "more", "legend.more", count(Matrix.KsbLine::moreWanted)));
        legend.addClassName("legend");
        return legend;
    }

    private long count(java.util.function.ToIntFunction<Matrix.KsbLine> number) {
        return record.matrix().ksbs().stream().mapToInt(number).sum();
    }

    private static ListItem key(String look, String icon, String key, long count) {
        return new ListItem(
                Html.span(look, new Icon(icon)), Html.span("", TEXTS.get(key)), Html.span("b", String.valueOf(count)));
    }

    private void arrange(Arranged arranged) {
        board.removeAll();
        tiles = null;
        switch (arranged) {
            case KSB -> {
                KsbTiles all = new KsbTiles(record.matrix(), this::open);
                tiles = all;
                board.add(all);
            }
            case DUTY -> board.add(duties());
            case GAPS -> board.add(gaps());
        }
    }

    private void open(KsbCode code) {
        beside.removeAll();
        beside.add(new KsbPaper(standard, record, code), source());
        if (tiles != null) {
            tiles.select(code);
        }
        beside.getElement()
                .executeJs("matchMedia('(max-width: 62.4375em)').matches && this.scrollIntoView({block:'start'})");
    }

    private Component duties() {
        UnorderedList list = new UnorderedList();
        list.addClassName("duties");
        record.matrix().duties().forEach(line -> list.add(duty(line)));
        return list;
    }

    private ListItem duty(Matrix.DutyLine line) {
        int all = line.duty().ksbs().size();
        ListItem item = new ListItem(
                Html.div(
                        "row",
                        Html.span("b nw", TEXTS.get("duty", line.duty().number())),
                        bar(line.accepted(), line.claimed(), all),
                        Html.span("s m nw", TEXTS.get("duty.covered", line.accepted(), all))),
                Html.p("s", line.duty().text()),
                codes(line.open(), "duty.open"));
        item.addClassName("duty");
        return item;
    }

    /** How far a duty is covered, drawn; the words beside it say the same. */
    private static Div bar(int accepted, int claimed, int all) {
        Div done = Html.div("done");
        done.getStyle().set("width", percent(accepted, all));
        Div waiting = Html.div("waiting");
        waiting.getStyle().set("width", percent(claimed, all));
        Div bar = Html.div("cover", done, waiting);
        bar.getElement().setAttribute("aria-hidden", "true");
        return bar;
    }

    private static String percent(int part, int all) {
        return String.format(Locale.ROOT, "%.1f%%", all == 0 ? 0.0 : 100.0 * part / all);
    }

    private Component codes(List<KsbCode> codes, String key) {
        if (codes.isEmpty()) {
            return Html.p("s m", TEXTS.get("duty.whole"));
        }
        Div row = Html.div("row wrap s", Html.span("m", TEXTS.get(key)));
        codes.forEach(code -> row.add(codeButton(code)));
        return row;
    }

    private NativeButton codeButton(KsbCode code) {
        NativeButton button = new NativeButton(code.value(), click -> open(code));
        button.addClassName("code-button");
        return button;
    }

    private Component gaps() {
        List<Matrix.KsbLine> gaps = record.matrix().gaps();
        Div all = Html.div("stack gaps");
        if (gaps.isEmpty()) {
            all.add(new EmptyState(TEXTS.get("gaps.none")));
        } else {
            all.add(Html.p("", TEXTS.get("gaps.exercises", gaps.size())));
            UnorderedList list = new UnorderedList();
            gaps.forEach(line -> list.add(gap(line)));
            all.add(list);
        }
        long rarely = record.matrix().ksbs().stream()
                .filter(line -> line.rarely() && !line.shown())
                .count();
        all.add(Html.p("m s", TEXTS.get("gaps.rarely", rarely)));
        Div row = Html.div("row wrap s");
        record.matrix().ksbs().stream()
                .filter(line -> line.rarely() && !line.shown())
                .forEach(line -> row.add(codeButton(line.ksb().code())));
        all.add(row);
        return all;
    }

    private ListItem gap(Matrix.KsbLine line) {
        ListItem item = new ListItem(
                codeButton(line.ksb().code()), Html.span("s", line.ksb().text()));
        item.addClassName("gap");
        return item;
    }
}
