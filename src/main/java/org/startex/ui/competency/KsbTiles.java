package org.startex.ui.competency;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.startex.competency.Matrix;
import org.startex.kernel.KsbCode;
import org.startex.kernel.Texts;
import org.startex.standards.KsbKind;
import org.startex.ui.Html;
import org.startex.ui.Icon;

/** The 62 KSBs in the standard's order, each with what there is for it: shape, word and colour. */
final class KsbTiles extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-competency");

    private final Map<KsbCode, NativeButton> tiles = new HashMap<>();
    private final transient Consumer<KsbCode> open;

    KsbTiles(Matrix matrix, Consumer<KsbCode> open) {
        this.open = open;
        for (KsbKind kind : KsbKind.values()) {
            add(band(
                    kind,
                    matrix.ksbs().stream()
                            .filter(line -> line.ksb().kind() == kind)
                            .toList()));
        }
    }

    /** Marks the one that is open. */
    void select(KsbCode code) {
        tiles.forEach((each, tile) -> {
            if (each.equals(code)) {
                tile.getElement().setAttribute("aria-current", "true");
            } else {
                tile.getElement().removeAttribute("aria-current");
            }
        });
    }

    private Section band(KsbKind kind, List<Matrix.KsbLine> lines) {
        H2 heading = new H2(TEXTS.get("ksbs." + kind.name().toLowerCase(Locale.ROOT)));
        UnorderedList list = new UnorderedList();
        list.addClassName("tiles");
        lines.forEach(line -> list.add(new ListItem(tile(line))));
        Section band = new Section(
                Html.div(
                        "row",
                        heading,
                        Html.span(
                                "m s",
                                TEXTS.get(
                                        "ksbs.with",
                                        lines.stream()
                                                .filter(Matrix.KsbLine::shown)
                                                .count(),
                                        lines.size()))),
                list);
        band.addClassName("band");
        return band;
    }

    private NativeButton tile(Matrix.KsbLine line) {
        KsbCode code = line.ksb().code();
        NativeButton tile = new NativeButton();
        tile.addClassNames("tile", look(line));
        tile.add(Html.span("code", code.value()));
        Span marks = Html.span("marks");
        if (line.waiting() > 0) {
            marks.add(Html.span("mkc due", new Icon("due")));
        }
        if (line.moreWanted() > 0) {
            marks.add(Html.span("mkc held", new Icon("more")));
        }
        tile.add(marks, value(line));
        tile.getElement().setAttribute("aria-label", words(line));
        tile.getElement().setAttribute("title", line.ksb().text());
        tile.addClickListener(click -> open.accept(code));
        tiles.put(code, tile);
        return tile;
    }

    private static String look(Matrix.KsbLine line) {
        return line.shown() ? "shown" : line.rarely() && !line.claimed() ? "rarely" : "none";
    }

    private static Span value(Matrix.KsbLine line) {
        if (line.shown()) {
            return Html.span("value", new Icon("ack"), Html.span("b", String.valueOf(line.accepted())));
        }
        return line.rarely() && !line.claimed()
                ? Html.span("value", Html.span("dash", ""))
                : Html.span("value", new Icon("pending"));
    }

    /** All that the tile shows, for those who hear it. */
    static String words(Matrix.KsbLine line) {
        List<String> words = new ArrayList<>();
        if (line.shown()) {
            words.add(TEXTS.get("tile.accepted", line.accepted(), line.exercises()));
        } else {
            words.add(TEXTS.get(line.rarely() ? "tile.rarely" : "tile.none"));
        }
        if (line.waiting() > 0) {
            words.add(TEXTS.get("tile.waiting", line.waiting()));
        }
        if (line.moreWanted() > 0) {
            words.add(TEXTS.get("tile.more", line.moreWanted()));
        }
        return line.ksb().code() + ": " + String.join(", ", words);
    }
}
