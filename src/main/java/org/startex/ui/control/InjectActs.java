package org.startex.ui.control;

import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.startex.conduct.ActMark;
import org.startex.conduct.Handling;
import org.startex.conduct.InjectRow;
import org.startex.conduct.PlannedInject;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.Texts;
import org.startex.ledger.Answer;
import org.startex.ledger.Reason;
import org.startex.ui.ActDialog;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Outcome;
import org.startex.ui.Scene;

/** What a controller does with an inject that is to come. Each act offers the opposite one while it can still be taken back. */
final class InjectActs {
    private static final Texts TEXTS = Texts.of("ui-steering");
    private static final Texts KINDS = Texts.of("ui-kinds");
    private static final List<String> USUAL = List.of("+5", "+10", "+20", "-5");

    private final ExerciseTools tools;
    private final SavedLine saved;

    InjectActs(ExerciseTools tools, SavedLine saved) {
        this.tools = tools;
        this.saved = saved;
    }

    void send(Scene scene, InjectRow row, Outcome outcome) {
        outcome.explaining(reason -> refusal(scene, row, reason))
                .perform(id -> tools.conduct().send(tools.caller(), scene.id(), id, row.number()), seq -> {
                    outcome.clear();
                    saved.saved(seq);
                });
    }

    void hold(Scene scene, InjectRow row, Outcome outcome) {
        outcome.explaining(reason -> refusal(scene, row, reason)).perform(id -> held(scene, row, id, ""), seq -> {
            outcome.clear();
            saved.saved(seq, unhold(scene, row));
        });
    }

    /** Holds it and asks why, for whoever wants that on record. */
    void holdBecause(Scene scene, InjectRow row) {
        new ActDialog(TEXTS.get("hold.title", row.number()), TEXTS.get("hold.act", row.number()))
                .explain(TEXTS.get("hold.explain"))
                .reason(TEXTS.get("why.optional"), false)
                .explaining(reason -> refusal(scene, row, reason))
                .primary()
                .ask((id, why) -> held(scene, row, id, why), seq -> saved.saved(seq, unhold(scene, row)));
    }

    private CompletableFuture<Answer> held(Scene scene, InjectRow row, ClientId id, String why) {
        return tools.steering().hold(tools.caller(), scene.id(), id, row.number(), why);
    }

    private Undo unhold(Scene scene, InjectRow row) {
        return new Undo(
                TEXTS.get("done.held", row.number()),
                release(scene, row),
                id -> tools.steering().release(tools.caller(), scene.id(), id, row.number()),
                now -> stands(now, row.number(), handling -> handling.held().isPresent())
                        && now.play()
                                .comes(row.number())
                                .filter(due -> !ahead(now, due))
                                .isEmpty());
    }

    private static String release(Scene scene, InjectRow row) {
        return row.inTime() ? TEXTS.get("release.due", scene.clock().minutes(row.at())) : KINDS.get("release.waits");
    }

    void release(Scene scene, InjectRow row, Outcome outcome) {
        boolean goes = !ahead(scene, row.at()) && !awaitsVoice(scene, row);
        outcome.explaining(reason -> refusal(scene, row, reason))
                .perform(id -> tools.steering().release(tools.caller(), scene.id(), id, row.number()), seq -> {
                    outcome.clear();
                    if (goes) {
                        saved.saved(seq);
                    } else {
                        saved.saved(
                                seq,
                                new Undo(
                                        TEXTS.get("done.released", row.number()),
                                        TEXTS.get("hold.act", row.number()),
                                        id -> held(scene, row, id, ""),
                                        now -> stands(now, row.number(), Handling::fallsDue)));
                    }
                });
    }

    /** Whether releasing it leaves it to a controller who says it. */
    static boolean awaitsVoice(Scene scene, InjectRow row) {
        return scene.plan()
                .inject(row.number())
                .filter(PlannedInject::awaitsVoice)
                .isPresent();
    }

    void skip(Scene scene, InjectRow row) {
        new ActDialog(TEXTS.get("skip.title", row.number()), TEXTS.get("skip.act", row.number()))
                .explain(TEXTS.get("skip.explain"))
                .reason(TEXTS.get("why"), true)
                .explaining(reason -> refusal(scene, row, reason))
                .primary()
                .ask(
                        (id, why) -> tools.steering().skip(tools.caller(), scene.id(), id, row.number(), why),
                        seq -> saved.saved(
                                seq,
                                new Undo(
                                        TEXTS.get("done.skipped", row.number()),
                                        TEXTS.get("put-back.how", row.number()),
                                        id -> tools.steering().putBack(tools.caller(), scene.id(), id, row.number()),
                                        now -> stands(
                                                now,
                                                row.number(),
                                                handling -> handling.skipped().isPresent()))));
    }

    void putBack(Scene scene, InjectRow row, Outcome outcome) {
        outcome.explaining(reason -> refusal(scene, row, reason))
                .perform(id -> tools.steering().putBack(tools.caller(), scene.id(), id, row.number()), seq -> {
                    outcome.clear();
                    saved.saved(seq, skipAgain(scene, row));
                });
    }

    /** For the reason for which it had been skipped. */
    private Undo skipAgain(Scene scene, InjectRow row) {
        String why = scene.play()
                .handling(row.number())
                .flatMap(Handling::skipped)
                .map(ActMark::reason)
                .orElse("");
        return new Undo(
                KINDS.get("done.put-back", row.number()),
                TEXTS.get("skip.act", row.number()),
                id -> tools.steering().skip(tools.caller(), scene.id(), id, row.number(), why),
                now -> !why.isEmpty()
                        && stands(
                                now,
                                row.number(),
                                handling -> handling.skipped().isEmpty()));
    }

    /** The time of its own that is moved: of one that waits for a condition that is not when it is foreseen to come. */
    private static ExerciseTime own(Scene scene, InjectRow row) {
        return scene.play().planned(row.number()).map(PlannedInject::due).orElse(row.at());
    }

    void move(Scene scene, InjectRow row) {
        MinutesField minutes = new MinutesField(USUAL, by -> preview(scene, row, by));
        TextArea why = new TextArea(TEXTS.get("why.optional"));
        why.setMaxLength(500);
        new ActDialog(TEXTS.get("move.title", row.number()), TEXTS.get("move.act", row.number()))
                .with(minutes, why)
                .explaining(reason -> refusal(scene, row, reason))
                .primary()
                .ask(
                        (id, none) ->
                                moved(scene, row, id, minutes, why.getValue().strip()),
                        seq -> saved.saved(
                                seq, moveBack(scene, row, minutes.micros().orElse(0L))));
    }

    private static String preview(Scene scene, InjectRow row, long by) {
        long to = own(scene, row).micros() + by;
        if (to < 0 || !ahead(scene, new ExerciseTime(to))) {
            return TEXTS.get("move.past", scene.clock().seconds(own(scene, row)));
        }
        return TEXTS.get(
                "move.preview",
                scene.clock().seconds(own(scene, row)),
                scene.clock().seconds(new ExerciseTime(to)));
    }

    private CompletableFuture<Answer> moved(Scene scene, InjectRow row, ClientId id, MinutesField minutes, String why) {
        Optional<Long> by = minutes.micros();
        if (by.isEmpty() || own(scene, row).micros() + by.get() < 0) {
            minutes.complain();
            return CompletableFuture.completedFuture(
                    new Answer.Refused(Reason.of(by.isEmpty() ? "moved-by-nothing" : "moved-before-now", "minutes")));
        }
        return tools.steering()
                .move(
                        tools.caller(),
                        scene.id(),
                        id,
                        row.number(),
                        own(scene, row),
                        new ExerciseTime(own(scene, row).micros() + by.get()),
                        why);
    }

    private Undo moveBack(Scene scene, InjectRow row, long by) {
        ExerciseTime from = own(scene, row);
        ExerciseTime to = new ExerciseTime(from.micros() + by);
        return new Undo(
                TEXTS.get("done.moved", row.number(), scene.clock().seconds(to)),
                TEXTS.get("move.back", row.number(), scene.clock().seconds(from)),
                id -> tools.steering().move(tools.caller(), scene.id(), id, row.number(), to, from, ""),
                now -> stands(
                                now,
                                row.number(),
                                handling -> handling.due().equals(to)
                                        && handling.skipped().isEmpty())
                        && ahead(now, from));
    }

    private String refusal(Scene scene, InjectRow row, Reason reason) {
        return ActMarks.refusal(tools, scene.id(), row.number(), reason);
    }

    /** Whether the inject has not left and stands so. */
    private static boolean stands(Scene now, InjectNumber number, Predicate<Handling> so) {
        return now.play().delivered(number).isEmpty()
                && now.play().handling(number).filter(so).isPresent();
    }

    /** Whether a moment is still to come; before STARTEX every moment is, and so is the beginning of a move that has not begun. */
    static boolean ahead(Scene now, ExerciseTime time) {
        return now.play().clock().started().isEmpty()
                || !now.play().withinMove(time)
                || time.compareTo(now.elapsed()) > 0;
    }
}
