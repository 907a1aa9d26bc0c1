package org.startex.ui.competency;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.startex.competency.LearnerRecord;
import org.startex.competency.WaitingClaim;
import org.startex.kernel.Texts;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;
import org.startex.ui.MainLayout;

/** What waits for an assessor, the longest first, over all their learners: read the act, judge, and the next one opens. */
@Route(value = "competency/queue", layout = MainLayout.class)
@PermitAll
class QueueView extends CompetencyScreen {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-competency");

    private final transient CompetencyTools tools;
    private final Div content = Html.div("stack");

    QueueView(CompetencyTools tools) {
        super(Part.QUEUE, tools.assesses());
        this.tools = tools;
    }

    @Override
    protected void fill(Div page, BeforeEnterEvent event) {
        page.add(content);
        show();
    }

    private void show() {
        content.removeAll();
        List<WaitingClaim> waiting = tools.evidence().queue(tools.caller());
        List<LearnerRecord> learners = tools.learners().learners(tools.caller());
        if (waiting.isEmpty()) {
            content.add(Html.div(
                    "panel", new EmptyState(TEXTS.get(learners.isEmpty() ? "queue.no-learners" : "queue.empty"))));
        } else {
            content.add(split(waiting));
        }
        if (!learners.isEmpty()) {
            content.add(learners(learners));
        }
    }

    private Div split(List<WaitingClaim> waiting) {
        Div beside = Html.div("stack claims");
        Grid<WaitingClaim> grid = new Grid<>();
        grid.setItems(waiting);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.addColumn(one -> one.claim().ksb().value())
                .setHeader(TEXTS.get("queue.ksb"))
                .setWidth("4.5rem")
                .setFlexGrow(0)
                .setSortable(true);
        grid.addColumn(one -> PieceWords.title(one.piece().kind(), one.piece().context()))
                .setHeader(TEXTS.get("queue.piece"))
                .setFlexGrow(3);
        grid.addColumn(WaitingClaim::learner)
                .setHeader(TEXTS.get("queue.learner"))
                .setFlexGrow(1)
                .setSortable(true);
        grid.addColumn(one -> PieceWords.day(one.since()))
                .setHeader(TEXTS.get("queue.since"))
                .setFlexGrow(1)
                .setComparator(WaitingClaim::since);
        grid.getElement().setAttribute("aria-label", TEXTS.get("queue.heading", waiting.size()));
        grid.addSelectionListener(selected -> selected.getFirstSelectedItem().ifPresent(one -> open(beside, one)));
        grid.setAllRowsVisible(waiting.size() <= 12);
        grid.select(waiting.getFirst());
        Div list = Html.div("panel queue", Html.div("ph", new H2(TEXTS.get("queue.heading", waiting.size()))), grid);
        return Html.div("split queue-split", list, beside);
    }

    private void open(Div beside, WaitingClaim one) {
        beside.removeAll();
        beside.add(
                Html.div(
                        "panel pad claim",
                        Html.div(
                                "row top",
                                Html.span("ksb-code", one.claim().ksb().value()),
                                new H3(tools.standard()
                                        .ksb(one.claim().ksb())
                                        .map(ksb -> ksb.text())
                                        .orElse(""))),
                        Html.p("pre", one.piece().statement()),
                        new JudgePanel(tools, one.piece(), one.claim(), this::show),
                        new Anchor(CompetencyNavigation.evidence(one.piece().id()), TEXTS.get("queue.open"))),
                new ContextPaper(
                        one.piece().kind(),
                        one.piece().context(),
                        one.piece().entry(),
                        tools.readsRecord(one.piece().entry().exercise())));
    }

    private static Div learners(List<LearnerRecord> learners) {
        UnorderedList list = new UnorderedList();
        list.addClassName("rows");
        learners.forEach(record -> {
            ListItem line = new ListItem(
                    new Anchor(CompetencyNavigation.record(record.learner()), record.name()),
                    Html.spring(),
                    Html.span(
                            "m s",
                            TEXTS.get(
                                    "queue.learner.line",
                                    record.matrix().shown(),
                                    record.pieces().size())));
            line.addClassName("person-line");
            list.add(line);
        });
        return Html.div("panel", Html.div("ph", new H2(TEXTS.get("queue.learners"))), list);
    }
}
