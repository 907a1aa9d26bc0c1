package org.startex.ui.competency;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.startex.competency.Change;
import org.startex.competency.NosSheet;
import org.startex.competency.SelfAssessmentService;
import org.startex.competency.SelfRound;
import org.startex.competency.SelfRoundId;
import org.startex.kernel.Texts;
import org.startex.people.CurrentCaller;
import org.startex.standards.NationalStandards;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;
import org.startex.ui.MainLayout;
import org.startex.ui.Notice;

/** Self-assessment: the standards, one's own rounds, and rounds that others show. */
@Route(value = "competency/nos", layout = MainLayout.class)
@PermitAll
class NosView extends CompetencyScreen {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-competency");

    private final transient SelfAssessmentService self;
    private final transient NationalStandards national;
    private final transient CurrentCaller caller;
    private final Div content = Html.div("stack wide-gap");

    NosView(CompetencyTools tools, SelfAssessmentService self, NationalStandards national, CurrentCaller caller) {
        super(Part.NOS, tools.assesses());
        this.self = self;
        this.national = national;
        this.caller = caller;
    }

    @Override
    protected void fill(Div page, BeforeEnterEvent event) {
        page.add(content);
        show();
    }

    private void show() {
        content.removeAll();
        content.add(Notice.info(TEXTS.get("nos.tool")));
        rounds(TEXTS.get("nos.rounds"), self.rounds(caller.get()), false);
        rounds(TEXTS.get("nos.shown"), self.shownToMe(caller.get()), true);
        standards();
    }

    private void rounds(String heading, List<SelfRound> rounds, boolean ofOthers) {
        if (rounds.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("rows");
        rounds.forEach(round -> list.add(line(round, ofOthers)));
        content.add(Html.div("section", new H2(heading), Html.div("panel", list)));
    }

    private static ListItem line(SelfRound round, boolean ofOthers) {
        String when = round.finishedAt() == null
                ? TEXTS.get(
                        "nos.round.open",
                        PieceWords.day(round.begunAt()),
                        round.rated(),
                        round.lines().size())
                : TEXTS.get("nos.round.finished", PieceWords.day(round.finishedAt()), round.rated());
        ListItem line = new ListItem(
                new Anchor(
                        NosNavigation.round(round.id()),
                        ofOthers ? TEXTS.get("nos.round.of", round.name(), round.title()) : round.title()),
                Html.span("m s", round.standard().toString()),
                Html.spring(),
                Html.span("m s", when));
        SelfRound.Reader reader = round.reader();
        if (!ofOthers && reader != null) {
            line.add(Html.span("s", TEXTS.get("nos.round.reader", reader.name())));
        }
        line.addClassNames("person-line", "nos-line");
        return line;
    }

    private void standards() {
        List<NosSheet> sheets = self.standards(caller.get());
        long known = sheets.stream().filter(NosSheet::ships).count();
        Button enter =
                new Button(TEXTS.get("nos.enter"), click -> new NosStandardDialog(self, caller, this::show).open());
        Div cards = Html.div("cards");
        sheets.forEach(sheet -> cards.add(card(sheet)));
        content.add(Html.div(
                "section",
                Html.div("pagehead", new H2(TEXTS.get("nos.standards")), Html.spring(), enter),
                Html.p("m s", TEXTS.get("nos.known", known, national.inSuite())),
                cards,
                Html.p("m xs", national.source())));
    }

    private Article card(NosSheet sheet) {
        Article card = new Article(
                Html.div(
                        "row wrap s",
                        Html.span("no", sheet.reference().urn()),
                        Html.span(
                                "m",
                                TEXTS.get(
                                        "nos.approved",
                                        String.valueOf(sheet.reference().approved()))),
                        Html.span("m", sheet.approvalSeen() ? "" : TEXTS.get("nos.approved.suite"))),
                new H3(sheet.title()));
        card.addClassNames("panel", "pad", "nos-card");
        long summaries =
                sheet.lines().stream().filter(line -> line.element().summary()).count();
        if (sheet.lines().isEmpty()) {
            card.add(new EmptyState(TEXTS.get("nos.no-elements", national.publishedAt())));
        } else {
            card.add(Html.p(
                    "s m",
                    summaries == 0
                            ? TEXTS.get("nos.elements", sheet.lines().size())
                            : TEXTS.get("nos.elements.summaries", sheet.lines().size(), summaries)));
        }
        Button begin = new Button(TEXTS.get("nos.begin"), click -> begin(card, sheet));
        begin.addThemeVariants(ButtonVariant.LUMO_SMALL);
        begin.setAriaLabel(TEXTS.get("nos.begin.of", sheet.title()));
        begin.setEnabled(!sheet.lines().isEmpty());
        Button elements = new Button(
                TEXTS.get("nos.edit"),
                click -> new NosElementsDialog(self, caller, sheet.reference(), this::show).open());
        elements.addThemeVariants(ButtonVariant.LUMO_SMALL);
        elements.setAriaLabel(TEXTS.get("nos.edit.of", sheet.title()));
        card.add(Html.div("row wrap", begin, elements));
        return card;
    }

    private void begin(Article card, NosSheet sheet) {
        switch (self.begin(caller.get(), sheet.reference())) {
            case Change.Done<SelfRoundId>(SelfRoundId id) -> UI.getCurrent().navigate(NosNavigation.round(id));
            case Change.Refused<SelfRoundId>(var refusal) -> card.add(Notice.problem(refusal.message()));
        }
    }
}
