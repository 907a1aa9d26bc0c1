package org.startex.ui.control;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.startex.conduct.PlannedQuestion;
import org.startex.conduct.QuestionNumber;
import org.startex.kernel.ClientId;
import org.startex.kernel.Texts;
import org.startex.ledger.Answer;
import org.startex.ui.ActDialog;
import org.startex.ui.ExerciseTools;
import org.startex.ui.MoveWords;
import org.startex.ui.Scene;

/** Asks which questions of the move the tables are to have, and for how long: all, or one after another. */
final class OpenDiscussionDialog {
    private static final Texts TEXTS = Texts.of("ui-moves");
    private static final int USUAL_MINUTES = 15;
    private static final int LONGEST = 240;

    private final ExerciseTools tools;
    private final Scene scene;
    private final SavedLine saved;
    private final int move;
    private final CheckboxGroup<Integer> questions = new CheckboxGroup<>(TEXTS.get("open.questions"));
    private final IntegerField minutes = new IntegerField(TEXTS.get("open.minutes"));

    OpenDiscussionDialog(ExerciseTools tools, Scene scene, SavedLine saved) {
        this.tools = tools;
        this.scene = scene;
        this.saved = saved;
        this.move = scene.play().schedule().moves().begun();
        List<PlannedQuestion> planned = scene.play().questions(move);
        List<Integer> numbers = IntStream.rangeClosed(1, planned.size()).boxed().toList();
        questions.setItems(numbers);
        questions.setItemLabelGenerator(number -> label(number, planned.get(number - 1)));
        questions.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        questions.setValue(numbers.stream().filter(number -> !open(number)).collect(Collectors.toSet()));
        if (questions.getValue().isEmpty()) {
            questions.setValue(java.util.Set.copyOf(numbers));
        }
        int length = scene.play().schedule().phases().get(move - 1).discussionMinutes();
        minutes.setValue(length > 0 ? length : USUAL_MINUTES);
        minutes.setMin(1);
        minutes.setMax(LONGEST);
        minutes.setStepButtonsVisible(true);
        minutes.setHelperText(TEXTS.get("open.minutes.help"));
    }

    private boolean open(int number) {
        return scene.play()
                .schedule()
                .moves()
                .question(new QuestionNumber(move, number))
                .isPresent();
    }

    private String label(int number, PlannedQuestion question) {
        String text = TEXTS.get("open.question", move + "." + number, question.text());
        return question.cells().isEmpty()
                ? text
                : TEXTS.get(
                        "open.question.for",
                        text,
                        question.cells().stream().map(scene::cell).collect(Collectors.joining(", ")));
    }

    void open() {
        new ActDialog(TEXTS.get("open.title", MoveWords.title(scene, move)), TEXTS.get("open.act"))
                .explain(TEXTS.get("open.explain"))
                .with(questions, minutes)
                .primary()
                .ask(this::send, saved::saved);
    }

    private CompletableFuture<Answer> send(ClientId id, String none) {
        Integer length = minutes.getValue();
        return tools.facilitation()
                .openDiscussion(
                        tools.caller(),
                        scene.id(),
                        id,
                        move,
                        questions.getValue().stream().sorted().toList(),
                        length == null ? 0 : length);
    }
}
