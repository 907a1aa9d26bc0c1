package org.startex.ui.competency;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.startex.competency.LearnerRecord;
import org.startex.kernel.PersonId;
import org.startex.kernel.Texts;
import org.startex.people.Caller;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;
import org.startex.ui.MainLayout;

/** A learner's record, as their assessors see it. */
@Route(value = "competency/learner/:id", layout = MainLayout.class)
@PermitAll
class LearnerView extends CompetencyScreen {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-competency");

    private final transient CompetencyTools tools;

    LearnerView(CompetencyTools tools) {
        super(Part.QUEUE, tools.assesses());
        this.tools = tools;
    }

    @Override
    protected void fill(Div page, BeforeEnterEvent event) {
        PersonId learner = PersonId.of(event.getRouteParameters().get("id").orElse(""));
        Optional<LearnerRecord> found = tools.learners().record(tools.caller(), learner);
        if (found.isEmpty()) {
            page.add(new EmptyState(TEXTS.get("not-yours")));
            return;
        }
        LearnerRecord record = found.get();
        boolean mine =
                tools.caller() instanceof Caller.SignedIn me && me.person().equals(learner);
        head(record.name());
        page.add(
                Html.p("m s", TEXTS.get("learner.since", PieceWords.day(record.enrolledAt()))),
                new RecordBoard(tools.standard(), record),
                new H2(TEXTS.get("learner.pieces")),
                new PieceList(record.pieces(), false),
                new H2(TEXTS.get("learner.needs")),
                new PersonNeeds(tools, learner, mine));
    }
}
