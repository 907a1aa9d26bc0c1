package org.startex.ui.competency;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import java.util.Optional;
import org.startex.competency.LearnerRecord;
import org.startex.competency.Proposal;
import org.startex.kernel.Texts;
import org.startex.ui.Filters;
import org.startex.ui.Html;
import org.startex.ui.MainLayout;

/** One's own competency record: the matrix, what may become evidence, the pieces, and who may read it all. */
@Route(value = "competency", layout = MainLayout.class)
@PermitAll
class MyRecordView extends CompetencyScreen {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-competency");
    private static final String SHOWN = "show";

    private enum Shown {
        KSBS,
        PROPOSALS,
        PIECES,
        NEEDS,
        ASSESSORS;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Shown of(String key) {
            for (Shown one : values()) {
                if (one.key().equals(key)) {
                    return one;
                }
            }
            return KSBS;
        }
    }

    private final transient CompetencyTools tools;
    private final Div content = Html.div("stack");

    MyRecordView(CompetencyTools tools) {
        super(Part.RECORD, tools.assesses());
        this.tools = tools;
    }

    @Override
    protected void fill(Div page, BeforeEnterEvent event) {
        Shown shown = Shown.of(event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SHOWN)
                .orElse(""));
        page.add(content);
        show(shown);
    }

    private void show(Shown shown) {
        content.removeAll();
        Optional<LearnerRecord> record = tools.learners().mine(tools.caller());
        if (record.isEmpty()) {
            content.add(enrol());
            return;
        }
        Filters<Shown> choice = new Filters<>(TEXTS.get("shown"), Shown.class, shown, chosen -> {
            getUI().ifPresent(ui -> ui.getPage()
                    .getHistory()
                    .replaceState(null, CompetencyNavigation.RECORD + "?" + SHOWN + "=" + chosen.key()));
            show(chosen);
        });
        long open = tools.evidence().proposals(tools.caller()).stream()
                .map(Proposal::taken)
                .filter(Optional::isEmpty)
                .count();
        choice.label(one -> switch (one) {
            case KSBS -> TEXTS.get("shown.ksbs", record.get().matrix().shown());
            case PROPOSALS -> TEXTS.get("shown.proposals", open);
            case PIECES -> TEXTS.get("shown.pieces", record.get().pieces().size());
            case NEEDS ->
                TEXTS.get(
                        "shown.needs",
                        tools.needs()
                                .ofPerson(tools.caller(), record.get().learner())
                                .size());
            case ASSESSORS ->
                TEXTS.get("shown.assessors", record.get().assessors().size());
        });
        content.add(choice);
        if (shown != Shown.KSBS) {
            H2 heading = new H2(TEXTS.get("part-of." + shown.key()));
            heading.addClassName("vh");
            content.add(heading);
        }
        content.add(part(shown, record.get()));
    }

    private Component part(Shown shown, LearnerRecord record) {
        return switch (shown) {
            case KSBS -> new RecordBoard(tools.standard(), record);
            case PROPOSALS -> new ProposalList(tools);
            case PIECES -> new PieceList(record.pieces(), true);
            case NEEDS -> new PersonNeeds(tools, record.learner(), true);
            case ASSESSORS -> new AssessorsPanel(tools, record, () -> show(Shown.ASSESSORS));
        };
    }

    private Div enrol() {
        Button begin = new Button(TEXTS.get("enrol.send"), click -> {
            tools.learners().enrol(tools.caller());
            show(Shown.ASSESSORS);
        });
        begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div panel = Html.div(
                "panel pad enrol",
                new H2(TEXTS.get("enrol.heading")),
                Html.p("", TEXTS.get("enrol.what", tools.standard().standardName())),
                Html.p("", TEXTS.get("enrol.who")),
                Html.p("", TEXTS.get("enrol.where")),
                Html.div("row", begin),
                Html.p("m xs", tools.standard().standardAttribution()));
        return panel;
    }
}
