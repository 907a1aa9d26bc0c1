package org.startex.ui.control;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.List;
import java.util.Optional;
import org.startex.conduct.AnswerMark;
import org.startex.conduct.OpenQuestion;
import org.startex.kernel.Texts;
import org.startex.ui.EnteredLate;
import org.startex.ui.Html;
import org.startex.ui.Scene;
import org.startex.ui.Since;
import org.startex.ui.StateChip;

/** A question of the move, with how many tables have answered; opened, what each says, and who has not yet. */
final class QuestionBox extends NativeDetails {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-moves");

    private final transient OpenQuestion question;
    private transient List<Optional<AnswerMark>> shown = List.of();

    QuestionBox(OpenQuestion question) {
        this.question = question;
        addClassName("question");
    }

    OpenQuestion question() {
        return question;
    }

    void show(Scene scene) {
        List<Optional<AnswerMark>> now = question.cells().stream()
                .map(cell -> scene.play().schedule().moves().answer(question.question(), cell))
                .toList();
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        long answered = now.stream().filter(Optional::isPresent).count();
        setSummary(
                Html.span("no", question.question().toString()),
                Html.span("tx", question.text()),
                Html.span("count", TEXTS.get("answered", answered, now.size())));
        Div tables = Html.div("");
        for (int i = 0; i < now.size(); i++) {
            String table = scene.cell(question.cells().get(i));
            tables.add(now.get(i)
                    .map(answer -> Html.div(
                            "table-answer",
                            Html.div(
                                    "row s",
                                    Html.span("b", table),
                                    Html.span("m", TEXTS.get("answer.by", scene.name(answer.by()), answer.version())),
                                    Since.realTime(answer.at().toEpochMilli()),
                                    answer.late()
                                            ? new StateChip("late", "late", TEXTS.get("answer.late"))
                                            : Html.span("")),
                            Html.p("words", answer.said()),
                            answer.enteredLate() ? EnteredLate.line(answer.at(), answer.recordedAt()) : Html.span("")))
                    .orElseGet(() -> Html.div(
                            "table-answer none",
                            Html.div(
                                    "row s",
                                    Html.span("b", table),
                                    new StateChip("pending", "pending", TEXTS.get("answer.none"))))));
        }
        setContent(tables);
    }
}
