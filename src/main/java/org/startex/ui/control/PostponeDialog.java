package org.startex.ui.control;

import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.startex.conduct.PlannedInject;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.Texts;
import org.startex.ledger.Answer;
import org.startex.ledger.Reason;
import org.startex.scenario.InjectKind;
import org.startex.ui.ActDialog;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Scene;

/** Asks by how many minutes everything that has not left is to come later, or earlier. */
final class PostponeDialog {
    private static final Texts TEXTS = Texts.of("ui-steering");
    private static final List<String> USUAL = List.of("+5", "+10", "+20", "+30", "-5");

    private final ExerciseTools tools;
    private final Scene scene;
    private final SavedLine saved;
    private final MinutesField minutes;
    private final TextArea why = new TextArea(TEXTS.get("why.optional"));

    PostponeDialog(ExerciseTools tools, Scene scene, SavedLine saved) {
        this.tools = tools;
        this.scene = scene;
        this.saved = saved;
        minutes = new MinutesField(USUAL, this::preview);
        why.setMaxLength(500);
    }

    void open() {
        new ActDialog(TEXTS.get("postpone.title"), TEXTS.get("postpone.act"))
                .explain(TEXTS.get("postpone.explain"))
                .with(minutes, why)
                .explaining(this::refusal)
                .primary()
                .ask(this::send, this::done);
    }

    private String preview(long by) {
        List<PlannedInject> rest =
                scene.play().toCome().stream().filter(PlannedInject::hasTime).toList();
        if (rest.isEmpty()) {
            return Reason.of("nothing-to-postpone").message();
        }
        PlannedInject next = timed(scene).findFirst().orElse(rest.getFirst());
        long to = next.due().micros() + by;
        if (to < 0 || !InjectActs.ahead(scene, new ExerciseTime(to))) {
            return Reason.of("brought-before-now").message();
        }
        return TEXTS.get(
                "postpone.preview",
                rest.size(),
                next.number(),
                scene.clock().seconds(new ExerciseTime(to)),
                scene.clock().seconds(next.due()));
    }

    private static Stream<PlannedInject> timed(Scene now) {
        return now.play().pending().stream().filter(inject -> inject.kind() instanceof InjectKind.Timed);
    }

    private CompletableFuture<Answer> send(ClientId id, String none) {
        Optional<Long> by = minutes.micros();
        if (by.isEmpty()) {
            minutes.complain();
            return CompletableFuture.completedFuture(new Answer.Refused(Reason.of("moved-by-nothing", "minutes")));
        }
        return postpone(
                id,
                by.get(),
                scene.play().schedule().postponements(),
                why.getValue().strip());
    }

    private CompletableFuture<Answer> postpone(ClientId id, long micros, int before, String reason) {
        return tools.steering()
                .postpone(tools.caller(), scene.id(), id, Duration.ofNanos(micros * 1000), before, reason);
    }

    private void done(long seq) {
        long by = minutes.micros().orElse(0L);
        int after = scene.play().schedule().postponements() + 1;
        saved.saved(
                seq,
                new Undo(
                        TEXTS.get("done.postponed", Minutes.signed(by)),
                        TEXTS.get("postpone.back", Minutes.signed(-by)),
                        id -> postpone(id, -by, after, ""),
                        now -> possible(now, by, after)));
    }

    /** While nobody has postponed again, and nothing would be due before now. */
    private static boolean possible(Scene now, long by, int after) {
        return now.play().schedule().postponements() == after
                && !now.play().toCome().isEmpty()
                && timed(now)
                        .allMatch(inject -> inject.due().micros() - by >= 0
                                && InjectActs.ahead(
                                        now, new ExerciseTime(inject.due().micros() - by)));
    }

    private String refusal(Reason reason) {
        return reason.code().equals("postponed-meanwhile")
                ? ActMarks.postponed(tools, scene.id()).orElseGet(reason::message)
                : reason.message();
    }
}
