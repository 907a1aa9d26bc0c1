package org.startex.ui.competency;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.startex.competency.Change;
import org.startex.competency.SelfAssessmentService;
import org.startex.competency.SelfRound;
import org.startex.competency.SelfRoundId;
import org.startex.kernel.Texts;
import org.startex.people.Caller;
import org.startex.people.CurrentCaller;
import org.startex.standards.NosKind;
import org.startex.ui.ActDialog;
import org.startex.ui.Html;
import org.startex.ui.MainLayout;
import org.startex.ui.Notice;

/** One round of self-assessment: rate, compare with the round before, show it to somebody, delete it. */
@Route(value = "competency/nos/:round", layout = MainLayout.class)
@PermitAll
class NosRoundView extends CompetencyScreen {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-competency");

    private final transient SelfAssessmentService self;
    private final transient CurrentCaller caller;
    private final Div content = Html.div("stack nos-round");
    private final Div answer = Html.div("outcome");

    NosRoundView(CompetencyTools tools, SelfAssessmentService self, CurrentCaller caller) {
        super(Part.NOS, tools.assesses());
        this.self = self;
        this.caller = caller;
    }

    @Override
    protected void fill(Div page, BeforeEnterEvent event) {
        SelfRoundId id = SelfRoundId.of(event.getRouteParameters().get("round").orElse(""));
        page.add(content);
        show(id);
    }

    private void show(SelfRoundId id) {
        content.removeAll();
        answer.removeAll();
        answer.getElement().setAttribute("role", "status");
        SelfRound round = self.round(caller.get(), id);
        boolean mine = caller.get() instanceof Caller.SignedIn me && me.person().equals(round.person());
        head(round.title());
        content.add(
                Html.div("s", new Anchor(CompetencyNavigation.NOS, TEXTS.get("nos.back"))),
                Html.div(
                        "row wrap s",
                        Html.span("no", round.standard().toString()),
                        Html.span("m", state(round)),
                        Html.span(
                                "m",
                                round.before() == null
                                        ? ""
                                        : TEXTS.get("nos.compared", PieceWords.day(round.before())))),
                Notice.info(mine ? TEXTS.get("nos.tool") : TEXTS.get("nos.tool.reader", round.name())));
        for (NosKind kind : NosKind.values()) {
            section(round, kind, mine);
        }
        content.add(answer);
        if (mine) {
            content.add(acts(round), sharing(round));
        }
    }

    private static String state(SelfRound round) {
        return round.finishedAt() == null
                ? TEXTS.get(
                        "nos.round.open",
                        PieceWords.day(round.begunAt()),
                        round.rated(),
                        round.lines().size())
                : TEXTS.get("nos.round.finished", PieceWords.day(round.finishedAt()), round.rated());
    }

    private void section(SelfRound round, NosKind kind, boolean mine) {
        List<SelfRound.Line> lines = round.lines().stream()
                .filter(line -> line.element().kind() == kind)
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        Div panel = Html.div("panel rows");
        lines.forEach(
                line -> panel.add(new NosRatingLine(line, mine && round.open(), rating -> rate(round, line, rating))));
        Section section = new Section(new H2(NosElementsDialog.kind(kind)), panel);
        section.addClassName("section");
        content.add(section);
    }

    /** Saved at once; empty if it was, else why not. */
    private String rate(SelfRound round, SelfRound.Line line, int rating) {
        return switch (self.rate(
                caller.get(), round.id(), line.element().kind(), line.element().number(), rating)) {
            case Change.Done<SelfRoundId> done -> "";
            case Change.Refused<SelfRoundId>(var refusal) -> refusal.message();
        };
    }

    private Component acts(SelfRound round) {
        Div acts = Html.div("row wrap");
        if (round.open()) {
            Button finish = new Button(TEXTS.get("nos.finish"), click -> confirmFinish(round.id()));
            finish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            acts.add(finish);
        }
        Button delete = new Button(TEXTS.get("nos.delete"), click -> confirmDelete(round.id()));
        acts.add(delete);
        return acts;
    }

    private void confirmFinish(SelfRoundId id) {
        SelfRound round = self.round(caller.get(), id);
        ask(
                TEXTS.get("nos.finish.heading"),
                TEXTS.get("nos.finish.note", round.rated(), round.lines().size()),
                TEXTS.get("nos.finish.send"),
                () -> told(self.finish(caller.get(), id), () -> show(id)));
    }

    private void confirmDelete(SelfRoundId id) {
        ask(
                TEXTS.get("nos.delete.heading"),
                TEXTS.get("nos.delete.note"),
                TEXTS.get("nos.delete.send"),
                () -> told(
                        self.delete(caller.get(), id),
                        () -> getUI().ifPresent(ui -> ui.navigate(CompetencyNavigation.NOS))));
    }

    private static void ask(String heading, String note, String send, Runnable act) {
        new ActDialog(heading, send).explain(note).primary().ask(act::run);
    }

    private Component sharing(SelfRound round) {
        Div panel = Html.div("panel pad sharing", new H2(TEXTS.get("nos.share.heading")));
        SelfRound.Reader reader = round.reader();
        if (reader != null) {
            Button end = new Button(
                    TEXTS.get("nos.share.end"),
                    click -> told(self.endSharing(caller.get(), round.id()), () -> show(round.id())));
            panel.add(Html.div(
                    "row wrap",
                    Html.span("", TEXTS.get("nos.share.with", reader.name(), PieceWords.day(reader.since()))),
                    end));
            return panel;
        }
        TextField username = new TextField(TEXTS.get("nos.share.username"));
        username.setHelperText(TEXTS.get("nos.share.help"));
        Button share = new Button(
                TEXTS.get("nos.share.send"),
                click -> told(self.share(caller.get(), round.id(), username.getValue()), () -> show(round.id())));
        panel.add(Html.p("s m", TEXTS.get("nos.share.note")), Html.div("row wrap bottom", username, share));
        return panel;
    }

    private void told(Change<SelfRoundId> change, Runnable done) {
        answer.removeAll();
        switch (change) {
            case Change.Done<SelfRoundId> saved -> done.run();
            case Change.Refused<SelfRoundId>(var refusal) -> answer.add(Notice.problem(refusal.message()));
        }
    }
}
