package org.startex.ui.competency;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.List;
import java.util.Locale;
import org.startex.competency.EvidenceContext;
import org.startex.competency.Proposal;
import org.startex.kernel.Texts;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Notice;
import org.startex.ui.SearchField;

/** What in sealed exercises may become evidence, found by word; what is a piece already leads to it. */
final class ProposalList extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-competency");

    private final transient CompetencyTools tools;
    private final transient List<Proposal> all;
    private final Div found = Html.div("proposals");

    ProposalList(CompetencyTools tools) {
        this.tools = tools;
        addClassName("stack");
        all = tools.evidence().proposals(tools.caller());
        List<String> unsealed = tools.evidence().unsealed(tools.caller());
        if (!unsealed.isEmpty()) {
            add(Notice.info(TEXTS.get("proposals.unsealed", PieceWords.list(unsealed))));
        }
        if (all.isEmpty()) {
            add(Html.div("panel", new EmptyState(TEXTS.get("proposals.empty"))));
        } else {
            SearchField search = new SearchField(TEXTS.get("proposals.find"), this::find);
            add(Html.div("row wrap", Html.p("s m sp", TEXTS.get("proposals.note")), search), found);
            find("");
        }
    }

    private void find(String search) {
        found.removeAll();
        String wanted = search.toLowerCase(Locale.ROOT);
        all.stream().filter(one -> text(one).contains(wanted)).forEach(one -> found.add(card(one)));
        if (found.getChildren().findAny().isEmpty()) {
            found.add(new EmptyState(TEXTS.get("proposals.none", search)));
        }
    }

    private static String text(Proposal one) {
        EvidenceContext context = one.context();
        return (PieceWords.title(one.kind(), context) + " " + context.exercise() + " "
                        + PieceWords.codes(one.suggested()))
                .toLowerCase(Locale.ROOT);
    }

    private Article card(Proposal one) {
        EvidenceContext context = one.context();
        Article card = new Article(
                Html.div(
                        "row wrap s",
                        Html.span("mkc m", new Icon(PieceWords.icon(one.kind()))),
                        Html.span("no", PieceWords.kind(one.kind())),
                        PieceWords.tag(context),
                        Html.span("m", PieceWords.day(context.occurredAt())),
                        Html.span(
                                "m",
                                TEXTS.get("entry", String.valueOf(one.entry().seq())))),
                new H3(PieceWords.title(one.kind(), context)));
        EvidenceContext.Decided decided = context.decision();
        if (decided != null) {
            card.add(Html.p("s m clamp", decided.rationale()));
        }
        if (!one.suggested().isEmpty()) {
            card.add(Html.p("s", TEXTS.get("proposal.suggests", PieceWords.codes(one.suggested()))));
        }
        card.add(Html.div("row", next(one)));
        card.addClassNames("panel", "pad", "proposal");
        return card;
    }

    private Component next(Proposal one) {
        if (one.taken().isPresent()) {
            return new Anchor(CompetencyNavigation.evidence(one.taken().get()), TEXTS.get("proposal.taken"));
        }
        Button make = new Button(TEXTS.get("proposal.make"), click -> new EvidenceDialog(tools, one).open());
        make.addThemeVariants(ButtonVariant.LUMO_SMALL);
        make.setAriaLabel(TEXTS.get("proposal.make.of", PieceWords.title(one.kind(), one.context())));
        return make;
    }
}
