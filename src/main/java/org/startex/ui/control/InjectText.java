package org.startex.ui.control;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.util.Optional;
import org.startex.conduct.Delivered;
import org.startex.conduct.ExpectedStep;
import org.startex.conduct.InjectRow;
import org.startex.conduct.PlannedInject;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.Lengths;
import org.startex.kernel.Texts;
import org.startex.scenario.InjectKind;
import org.startex.ui.AttachmentLinks;
import org.startex.ui.ChannelPaper;
import org.startex.ui.Channels;
import org.startex.ui.ExerciseNavigation;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Markdown;
import org.startex.ui.Scene;
import org.startex.ui.Words;

/** What an inject says, what is expected of whom, and the controllers' notes. */
final class InjectText extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-steering");
    private static final Texts CARDS = Texts.of("ui-cards");
    private static final Texts KINDS = Texts.of("ui-kinds");

    InjectText(Scene scene, InjectRow row) {
        addClassName("stack");
        Optional<PlannedInject> planned = scene.play().planned(row.number()).filter(inject -> !row.adHoc());
        Optional<Delivered> delivered = row.delivery().flatMap(scene.play()::delivered);
        String text = delivered
                .map(Delivered::text)
                .or(() -> planned.map(p -> p.words().text()))
                .orElse("");
        String when = delivered
                .map(d -> Words.say(
                        d.byHand() ? "inject.sent-by-hand" : "inject.sent-at",
                        scene.clock().seconds(d.time())))
                .orElseGet(() ->
                        row.inTime() ? Words.say("inject.due-at", scene.clock().minutes(row.at())) : "");
        add(
                BoardPanel.heading(row.title()),
                Html.div(
                        "row s m",
                        new Icon(Channels.icon(row.channel())),
                        Html.span("", Words.say("inject.from", Channels.word(row.channel()), row.from()) + " " + when)),
                Html.p("s m", Words.say("inject.to", row.sent() ? scene.cells(row.to()) : scene.addressees(row.to()))),
                new ChannelPaper(row.channel(), row.from(), text));
        delivered.ifPresent(d -> amended(scene, d));
        delivered
                .flatMap(Delivered::cause)
                .ifPresent(cause ->
                        add(Html.p("s", KINDS.get("came", scene.conditions().because(cause.held())))));
        if (!row.sent()) {
            standing(scene, row);
            planned.ifPresent(inject -> add(new WaitsFor(scene, inject)));
        }
        planned.flatMap(inject -> inject.words().expected().stream().findFirst())
                .ifPresent(first -> add(step(scene, planned.orElseThrow(), row.sent(), first)));
        planned.flatMap(PlannedInject::voice)
                .ifPresent(voice -> add(new Anchor(
                        ExerciseNavigation.card(scene.id(), row.number()), CARDS.get("control.card", voice.call()))));
    }

    private void amended(Scene scene, Delivered delivered) {
        if (!delivered.corrections().isEmpty()) {
            add(Html.p(
                    "s",
                    ActMarks.corrected(scene, delivered.corrections().getLast().mark())));
            com.vaadin.flow.component.html.Div before =
                    Html.quote(Markdown.of(delivered.words().text()));
            before.addClassName("was");
            add(new Details(TEXTS.get("corrected.before"), before));
        }
        delivered.recalled().ifPresent(mark -> add(Html.p("s", ActMarks.recalled(scene, mark))));
    }

    private void standing(Scene scene, InjectRow row) {
        scene.play()
                .handling(row.number())
                .flatMap(handling -> ActMarks.standing(scene, handling))
                .ifPresent(words -> add(Html.p("s", words)));
        if (row.movedMicros() != 0) {
            add(Html.p(
                    "s",
                    TEXTS.get(
                            "standing.moved",
                            Minutes.signed(row.movedMicros()),
                            scene.clock()
                                    .minutes(scene.plan()
                                            .inject(row.number())
                                            .map(PlannedInject::due)
                                            .orElse(ExerciseTime.ZERO)))));
        }
    }

    /** What else a controller may want to know, folded: all that is expected, notes, objectives. Empty for an inject written on the spot. */
    static Div more(Scene scene, InjectRow row, AttachmentLinks files) {
        Div more = Html.div("more-about");
        scene.play()
                .planned(row.number())
                .filter(inject -> !row.adHoc())
                .ifPresent(inject -> fold(scene, row, inject, more, files));
        more.setVisible(more.getComponentCount() > 0);
        return more;
    }

    private static void fold(Scene scene, InjectRow row, PlannedInject inject, Div more, AttachmentLinks files) {
        if (!inject.words().files().isEmpty()) {
            inject.words()
                    .files()
                    .forEach(
                            file -> files.file(file.name(), file.mediaType(), file.bytes(), file.digest(), file.alt()));
            Details attached = new Details(Words.say("inject.files"), files);
            attached.setOpened(true);
            more.add(attached);
        }
        if (inject.words().expected().size() > 1) {
            Div steps = Html.div("stack");
            inject.words().expected().forEach(step -> steps.add(step(scene, inject, row.sent(), step)));
            more.add(new Details(
                    Words.say("inject.expected-steps", inject.words().expected().size()), steps));
        }
        if (!inject.words().notes().isBlank()) {
            more.add(new Details(
                    Words.say("inject.notes"),
                    Html.div("s", Markdown.of(inject.words().notes()))));
        }
        if (!inject.objectives().isEmpty()) {
            Div tests = Html.div("stack tight s");
            inject.objectives()
                    .forEach(code -> scene.plan().objectives().stream()
                            .filter(objective -> objective.code().equals(code))
                            .forEach(objective -> tests.add(Html.span("", code + "  " + objective.title()))));
            more.add(new Details(Words.say("inject.objectives"), tests));
        }
    }

    /** Of an inject that has no fixed time it is known within what time something is expected, and by when once it has left. */
    private static Div step(Scene scene, PlannedInject inject, boolean sent, ExpectedStep step) {
        boolean fixed = sent || inject.kind() instanceof InjectKind.Timed;
        return Html.div(
                "s",
                Html.span(
                        "m",
                        fixed
                                ? Words.say("inject.expected-by", scene.clock().minutes(step.by()))
                                : KINDS.get(
                                        "expected.within",
                                        Lengths.of(Duration.ofNanos((step.by().micros()
                                                        - inject.due().micros())
                                                * 1000)))),
                Html.span("", " " + Words.say("inject.expected-of", scene.addressee(step.who()), step.text())));
    }
}
