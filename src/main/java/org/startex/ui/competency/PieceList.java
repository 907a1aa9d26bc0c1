package org.startex.ui.competency;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.startex.competency.Claim;
import org.startex.competency.EvidencePiece;
import org.startex.kernel.Texts;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;
import org.startex.ui.Icon;

/** All pieces of a record, the latest made first, each with where its claims stand. */
final class PieceList extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-competency");

    PieceList(List<EvidencePiece> pieces, boolean mine) {
        addClassName("panel");
        if (pieces.isEmpty()) {
            add(new EmptyState(TEXTS.get(mine ? "pieces.empty" : "pieces.empty.learner")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("rows");
        pieces.forEach(piece -> list.add(line(piece)));
        add(list);
    }

    private static ListItem line(EvidencePiece piece) {
        Div claims = Html.div("row wrap");
        piece.claims().forEach(claim -> claims.add(claim(claim)));
        ListItem line = new ListItem(
                Html.div(
                        "row wrap s",
                        Html.span("mkc m", new Icon(PieceWords.icon(piece.kind()))),
                        PieceWords.tag(piece.context()),
                        Html.span("m", PieceWords.day(piece.context().occurredAt()))),
                new Anchor(CompetencyNavigation.evidence(piece.id()), PieceWords.title(piece.kind(), piece.context())),
                claims);
        line.addClassNames("piece");
        return line;
    }

    private static Div claim(Claim claim) {
        return Html.div("row tight-row", Html.span("b s", claim.ksb().value()), PieceWords.chip(claim.state()));
    }
}
