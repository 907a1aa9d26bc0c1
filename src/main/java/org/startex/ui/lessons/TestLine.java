package org.startex.ui.lessons;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startex.conduct.Delivered;
import org.startex.conduct.Exercise;
import org.startex.kernel.EntryRef;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.PersonId;
import org.startex.kernel.Texts;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonJudgement;
import org.startex.lessons.LessonTest;
import org.startex.logbook.Decision;
import org.startex.ui.ExerciseNavigation;
import org.startex.ui.Html;
import org.startex.ui.StateChip;

/** A test of a lesson in an exercise: what became of its inject, and what was said of it; judging, for those who may. */
final class TestLine extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lessons");

    /** @param ofExercise whether the line stands among those of the exercise, and so names the lesson */
    TestLine(
            LessonTools tools,
            Lesson lesson,
            LessonTest test,
            Map<PersonId, String> names,
            Consumer<Lesson> changed,
            boolean ofExercise) {
        addClassNames("test-line");
        boolean reads = tools.readsRecord(test.id().exercise());
        Div words = Html.div("stack tight sp");
        words.add(ofExercise ? LessonLink.to(lesson) : exercise(test, reads));
        String inject = TEXTS.get("test.inject", test.inject().number().value(), test.injectTitle());
        words.add(Html.div("row wrap s", Html.span("", inject), fate(test, reads)));
        if (reads) {
            facts(tools, test).ifPresent(text -> words.add(Html.span("m s", text)));
        }
        test.judgement().ifPresent(said -> words.add(said(said, names, reads)));
        add(chip(test), words);
        if (test.due() && tools.lessons().mayJudge(tools.caller(), test.id().exercise())) {
            judge(tools, lesson, test, changed, words);
        }
    }

    private void judge(LessonTools tools, Lesson lesson, LessonTest test, Consumer<Lesson> changed, Div words) {
        PersonId me = tools.person();
        if (me != null && lesson.ownedBy(me)) {
            words.add(Html.span("m s", TEXTS.get("judge.own")));
            return;
        }
        Button judge = new Button(TEXTS.get("judge"), click -> JudgeDialog.ask(tools, lesson, test, changed));
        judge.addThemeVariants(ButtonVariant.LUMO_SMALL);
        judge.setAriaLabel(TEXTS.get("act.of-action", judge.getText(), test.exerciseTitle()));
        add(judge);
    }

    private static StateChip chip(LessonTest test) {
        return test.judgement()
                .map(said -> LessonWords.chip(said.held()))
                .orElseGet(() -> test.ended()
                        ? new StateChip("due", "due", TEXTS.get("test.due"))
                        : new StateChip("pending", "pending", TEXTS.get("test.to-come")));
    }

    private static Component exercise(LessonTest test, boolean reads) {
        ExerciseId id = test.id().exercise();
        return Html.div(
                "row wrap s",
                Html.span("extag", TEXTS.get("source.ex")),
                reads
                        ? new Anchor(ExerciseNavigation.debrief(id) + "?tab=lessons", test.exerciseTitle())
                        : Html.span("b", test.exerciseTitle()),
                Html.span("m", LessonTools.day(test.plannedFor())));
    }

    private static Component fate(LessonTest test, boolean reads) {
        Long delivered = test.delivered();
        if (delivered == null) {
            return Html.span("m", TEXTS.get(test.ended() ? "test.never-delivered" : "test.not-delivered"));
        }
        String words = TEXTS.get("test.delivered", delivered);
        return reads
                ? new Anchor(ExerciseNavigation.entry(new EntryRef(test.id().exercise(), delivered)), words)
                : Html.span("m", words);
    }

    /** How many acknowledged and answered, for those who may read the record. */
    private static Optional<String> facts(LessonTools tools, LessonTest test) {
        Long seq = test.delivered();
        if (seq == null) {
            return Optional.empty();
        }
        Exercise exercise = tools.conduct().exercise(tools.caller(), test.id().exercise());
        return exercise.content()
                .flatMap(play -> play.delivered(seq)
                        .map((Delivered delivered) -> TEXTS.get(
                                "test.facts",
                                delivered.acknowledged().size(),
                                play.recipients(delivered).size(),
                                delivered.answered().size(),
                                observations(tools, test, seq))));
    }

    /** How many observations are about the inject or a decision in answer to it. */
    private static long observations(LessonTools tools, LessonTest test, long seq) {
        ExerciseId exercise = test.id().exercise();
        Set<Long> about = Stream.concat(
                        Stream.of(seq),
                        tools.logbook().decisions(tools.caller(), exercise).stream()
                                .filter(decision ->
                                        Objects.equals(decision.fact().inReplyTo(), seq))
                                .map(Decision::seq))
                .collect(Collectors.toSet());
        return tools.logbook().observations(tools.caller(), exercise).stream()
                .filter(seen -> seen.fact().about() != null
                        && about.contains(seen.fact().about()))
                .count();
    }

    private static Div said(LessonJudgement said, Map<PersonId, String> names, boolean reads) {
        Div entries = Html.div("row wrap s");
        said.cites().forEach(seq -> {
            String words = TEXTS.get("source.entry", seq);
            entries.add(
                    reads
                            ? new Anchor(
                                    ExerciseNavigation.entry(
                                            new EntryRef(said.test().exercise(), seq)),
                                    words)
                            : Html.span("m", words));
        });
        return Html.div(
                "stack tight said",
                Html.p("s", said.reason()),
                Html.span("m s", TEXTS.get("test.said", names.getOrDefault(said.by(), ""), LessonTools.day(said.at()))),
                entries);
    }
}
