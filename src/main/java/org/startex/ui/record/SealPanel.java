package org.startex.ui.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.function.LongConsumer;
import org.startex.conduct.AcknowledgementTimes;
import org.startex.conduct.Exercise;
import org.startex.ledger.SealedHead;
import org.startex.ledger.Verdict;
import org.startex.ui.ActDialog;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Notice;
import org.startex.ui.Scene;
import org.startex.ui.StateChip;
import org.startex.ui.StoryClock;
import org.startex.ui.UserZone;
import org.startex.ui.Words;

/** What the record is worth: whether it is sealed, the check of its chain, the export, and after ENDEX the seal itself. */
final class SealPanel extends Section {
    private static final long serialVersionUID = 1L;

    private final transient ExerciseTools tools;
    private final transient LongConsumer saved;
    private final Div state = Html.div("stack tight");
    private final Div verdict = Html.div("");
    private final Button verify = new Button(Words.say("verify"), new Icon("check"));
    private final Button seal = new Button(Words.say("seal.open"), new Icon("seal"));
    private final Anchor export = new Anchor();
    private final Anchor key = new Anchor();
    private String shown = "";

    /** @param documents further files to take away */
    SealPanel(ExerciseTools tools, LongConsumer saved, Component... documents) {
        this.tools = tools;
        this.saved = saved;
        addClassNames("panel", "pad", "seal-panel");
        H2 heading = new H2(Words.say("record.title"));
        heading.setId("record-heading");
        getElement().setAttribute("aria-labelledby", "record-heading");
        verify.addClickListener(click -> verify());
        seal.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        seal.addClickListener(click -> tools.scene(id()).ifPresent(this::ask));
        export.addClassName("as-button");
        export.add(new Icon("download"), Html.span("", Words.say("export")));
        key.addClassName("as-button");
        key.add(new Icon("download"), Html.span("", Words.say("key.export")));
        key.setVisible(false);
        verdict.getElement().setAttribute("role", "status");
        add(
                Html.div(
                        "row wrap",
                        Html.div("stack tight sp", heading, state),
                        Html.div("row wrap", documents),
                        export,
                        key,
                        verify,
                        seal),
                verdict,
                new Details(Words.say("offline.title"), offline()));
    }

    private static Div offline() {
        return Html.div(
                "stack s",
                Html.p("", Words.say("offline.what")),
                Html.span("mono", Words.say("offline.command")),
                Html.p("m", Words.say("offline.means")));
    }

    private org.startex.kernel.ExerciseId id = org.startex.kernel.ExerciseId.random();

    private org.startex.kernel.ExerciseId id() {
        return id;
    }

    void show(Scene scene) {
        id = scene.id();
        String now = scene.exercise().word() + scene.controls();
        seal.setVisible(scene.controls() && scene.exercise() instanceof Exercise.Closing);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        export.setHref(RecordDownloads.export(tools, scene.id()));
        state.removeAll();
        tools.record()
                .seal(tools.caller(), scene.id())
                .ifPresentOrElse(
                        head -> sealed(scene, head),
                        () -> state.add(Html.span(
                                "m s",
                                Words.say(
                                        scene.exercise() instanceof Exercise.Closing
                                                ? "seal.closing"
                                                : "seal.not-yet"))));
    }

    private void sealed(Scene scene, SealedHead head) {
        state.add(
                Html.div(
                        "row wrap s",
                        StateChip.of(scene.exercise()),
                        Html.span(
                                "",
                                Words.say(
                                        "seal.sealed",
                                        head.entries(),
                                        StoryClock.dateTime(head.at(), UserZone.of(UI.getCurrent()))))),
                Html.span("mono m", Words.say("seal.head", head.headHash())),
                Html.span("mono m", Words.say("seal.key", head.fingerprint().value())));
        RecordDownloads.key(tools, head.fingerprint()).ifPresent(handler -> {
            key.setHref(handler);
            key.setVisible(true);
        });
    }

    private void verify() {
        verdict.removeAll();
        Verdict found;
        try {
            found = tools.record().verify(tools.caller(), id);
        } catch (RuntimeException away) {
            verdict.add(Notice.problem(Words.say("verify.away")));
            return;
        }
        verdict.add(
                switch (found) {
                    case Verdict.Sealed sealed ->
                        Notice.good(Words.say(
                                "verify.sealed",
                                sealed.entries(),
                                sealed.seal().fingerprint().value()));
                    case Verdict.NotSealed open -> Notice.caution(Words.say("verify.not-sealed", open.entries()));
                    case Verdict.Broken broken ->
                        Notice.problem(Words.say("verify.broken", broken.place(), broken.fault()));
                });
    }

    private void ask(Scene scene) {
        int unsent = scene.play().toCome().size();
        AcknowledgementTimes times = AcknowledgementTimes.of(scene.play(), scene.now());
        new ActDialog(Words.say("seal.title"), Words.say("seal.act"))
                .explain(Words.say("seal.explain"))
                .explain(Words.say("seal.open-things", unsent, times.open(), times.asked()))
                .ask((id, none) -> tools.conduct().seal(tools.caller(), scene.id(), id), saved);
    }
}
