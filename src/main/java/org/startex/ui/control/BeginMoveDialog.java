package org.startex.ui.control;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.startex.conduct.PassedOver;
import org.startex.conduct.PlannedInject;
import org.startex.kernel.ClientId;
import org.startex.kernel.Texts;
import org.startex.ledger.Answer;
import org.startex.ui.ActDialog;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.MoveWords;
import org.startex.ui.Scene;

/** Asks, before a move is begun early, what becomes of the injects of the one before that have not left. */
final class BeginMoveDialog {
    private static final Texts TEXTS = Texts.of("ui-moves");
    private static final Texts STEERING = Texts.of("ui-steering");

    private final ExerciseTools tools;
    private final Scene scene;
    private final SavedLine saved;
    private final int move;
    private final List<PlannedInject> passed;
    private final Div rest = Html.div("s");
    private final RadioButtonGroup<PassedOver> over = new RadioButtonGroup<>(TEXTS.get("begin.over"));
    private final TextArea why = new TextArea(STEERING.get("why.skipped"));

    BeginMoveDialog(ExerciseTools tools, Scene scene, SavedLine saved) {
        this.tools = tools;
        this.scene = scene;
        this.saved = saved;
        this.move = scene.play().schedule().moves().begun() + 1;
        this.passed = scene.play().moveEnd().map(scene.play()::passedBefore).orElse(List.of());
        passed.forEach(inject -> rest.add(Html.p(
                "", TEXTS.get("begin.rest", inject.number(), inject.words().title(), scene.cells(inject.to())))));
        over.setItems(PassedOver.values());
        over.setItemLabelGenerator(each -> switch (each) {
            case HOLD -> STEERING.get("jump.over.hold");
            case SEND -> STEERING.get("jump.over.send");
            case SKIP -> STEERING.get("jump.over.skip");
        });
        over.setValue(PassedOver.HOLD);
        over.addValueChangeListener(change -> {
            boolean skips = change.getValue() == PassedOver.SKIP;
            why.setRequiredIndicatorVisible(skips);
            why.setLabel(STEERING.get(skips ? "why" : "why.skipped"));
            why.setInvalid(false);
        });
        why.setMaxLength(500);
    }

    void open() {
        String title = MoveWords.title(scene, move);
        ActDialog dialog = new ActDialog(TEXTS.get("begin.title", title), TEXTS.get("begin.act", move))
                .explain(
                        passed.isEmpty() ? TEXTS.get("begin.explain") : TEXTS.get("begin.explain.rest", passed.size()));
        if (!passed.isEmpty()) {
            dialog.with(rest, over, why);
        }
        dialog.primary().ask(this::send, saved::saved);
    }

    private CompletableFuture<Answer> send(ClientId id, String none) {
        String reason = why.getValue().strip();
        if (reason.isEmpty() && why.isRequiredIndicatorVisible()) {
            why.setInvalid(true);
            why.setErrorMessage(org.startex.ui.Words.say("reason.needed"));
        }
        return tools.facilitation().beginMove(tools.caller(), scene.id(), id, move, over.getValue(), reason);
    }
}
