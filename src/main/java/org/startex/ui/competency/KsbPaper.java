package org.startex.ui.competency;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import org.startex.competency.EvidencePiece;
import org.startex.competency.LearnerRecord;
import org.startex.competency.Matrix;
import org.startex.kernel.KsbCode;
import org.startex.kernel.Texts;
import org.startex.standards.Duty;
import org.startex.standards.Ksb;
import org.startex.standards.StandardsCatalogue;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;
import org.startex.ui.Notice;

/** One KSB in the standard's exact words, how strong the evidence is, and the pieces that claim it. */
final class KsbPaper extends Article {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-competency");

    KsbPaper(StandardsCatalogue standard, LearnerRecord record, KsbCode code) {
        addClassNames("panel", "paper");
        Matrix.KsbLine line = record.matrix().line(code).orElseThrow();
        Ksb ksb = line.ksb();
        H2 text = new H2(ksb.text());
        text.addClassName("big");
        text.getElement().setAttribute("tabindex", "-1");
        add(Html.div(
                "ksb-head",
                Html.div("row top", Html.span("ksb-code", code.value()), text),
                Html.p(
                        "m s",
                        TEXTS.get(
                                "ksb.duties",
                                TEXTS.get("ksb." + ksb.kind().name().toLowerCase(Locale.ROOT)),
                                duties(standard.dutiesOf(code)))),
                Html.p("s", strength(line))));
        if (line.rarely()) {
            add(Html.div("ksb-note", Notice.info(TEXTS.get("ksb.rarely"))));
        }
        add(pieces(record, code));
    }

    private static String duties(List<Duty> duties) {
        return PieceWords.list(
                duties.stream().map(duty -> String.valueOf(duty.number())).toList());
    }

    private static String strength(Matrix.KsbLine line) {
        return line.lastShown() == null
                ? TEXTS.get("ksb.nothing")
                : TEXTS.get("ksb.strength", line.accepted(), line.exercises(), PieceWords.day(line.lastShown()));
    }

    private static com.vaadin.flow.component.Component pieces(LearnerRecord record, KsbCode code) {
        List<EvidencePiece> claiming = record.pieces().stream()
                .filter(piece -> piece.claim(code).isPresent())
                .toList();
        if (claiming.isEmpty()) {
            return new EmptyState(TEXTS.get("ksb.no-pieces"));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("piece-lines");
        claiming.forEach(piece -> list.add(line(piece, code)));
        return list;
    }

    private static ListItem line(EvidencePiece piece, KsbCode code) {
        Anchor title =
                new Anchor(CompetencyNavigation.evidence(piece.id()), PieceWords.title(piece.kind(), piece.context()));
        title.addClassNames("ell", "sp");
        ListItem line = new ListItem(
                PieceWords.chip(piece.claim(code).orElseThrow().state()),
                title,
                PieceWords.tag(piece.context()),
                Html.span("m nw", PieceWords.day(piece.context().occurredAt())));
        line.addClassName("piece-line");
        return line;
    }
}
