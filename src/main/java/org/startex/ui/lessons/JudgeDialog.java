package org.startex.ui.lessons;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.startex.kernel.Texts;
import org.startex.lessons.Held;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonAnswer;
import org.startex.lessons.LessonFault;
import org.startex.lessons.LessonLife;
import org.startex.lessons.LessonTest;
import org.startex.logbook.Decision;
import org.startex.logbook.Observation;

/** Asks whether a lesson held: what is seen in the record beside what a person makes of it. */
final class JudgeDialog {
    private static final Texts TEXTS = Texts.of("ui-lessons");
    private static final int SHORT = 120;

    private JudgeDialog() {}

    /** An entry that may show it. */
    private record Shown(long seq, String words) {}

    static void ask(LessonTools tools, Lesson lesson, LessonTest test, Consumer<Lesson> changed) {
        LessonDialog dialog = new LessonDialog(
                TEXTS.get("judge.title", lesson.number(), test.exerciseTitle()), TEXTS.get("judge.submit"));
        dialog.explain(
                test.reached()
                        ? TEXTS.get(
                                "judge.reached",
                                test.inject().number().value(),
                                Objects.requireNonNull(test.delivered()))
                        : TEXTS.get("judge.not-reached", test.inject().number().value()));
        effect(lesson, test, dialog);
        RadioButtonGroup<Held> held = new RadioButtonGroup<>(TEXTS.get("judge.held"));
        held.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        held.setItems(Held.values());
        held.setItemLabelGenerator(one -> TEXTS.get("held.explained." + LessonWords.key(one)));
        held.setItemEnabledProvider(one -> test.reached() || one == Held.NOT_REACHED);
        held.setRequiredIndicatorVisible(true);
        dialog.field("held", held);
        TextArea reason = dialog.text("reason", TEXTS.get("judge.reason"), TEXTS.get("judge.reason.help"), 4000, true);
        CheckboxGroup<Shown> shown = new CheckboxGroup<>(TEXTS.get("judge.shown"));
        shown.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        shown.setItems(offered(tools, test));
        shown.setItemLabelGenerator(Shown::words);
        shown.setVisible(!shown.getGenericDataView().getItems().toList().isEmpty());
        dialog.with(shown);
        TextField more = dialog.line("cites", TEXTS.get("judge.more"), 200);
        more.setHelperText(TEXTS.get("judge.more.help"));
        dialog.when(() -> {
            held.setErrorMessage(TEXTS.get("judge.choose"));
            held.setInvalid(held.getValue() == null);
            return held.getValue() != null;
        });
        dialog.ask(
                () -> {
                    List<Long> cites = new ArrayList<>(
                            shown.getValue().stream().map(Shown::seq).toList());
                    if (!numbers(more.getValue(), cites)) {
                        return new LessonAnswer.Refused(LessonFault.UNKNOWN_ENTRY);
                    }
                    return tools.lessons().judge(tools.caller(), test.id(), held.getValue(), reason.getValue(), cites);
                },
                changed);
    }

    /** Says beforehand what a judgement will do. */
    private static void effect(Lesson lesson, LessonTest test, LessonDialog dialog) {
        boolean counts = switch (lesson.life()) {
            case LessonLife.Implemented made ->
                Objects.requireNonNull(test.endedAt()).isAfter(made.since());
            case LessonLife.Embedded shown ->
                !Objects.requireNonNull(test.endedAt()).isBefore(shown.shownAt());
            case LessonLife.Accepted open -> false;
            case LessonLife.Identified open -> false;
            case LessonLife.Declined closed -> false;
        };
        dialog.explain(TEXTS.get(counts ? "judge.effect" : "judge.no-effect"));
    }

    private static List<Shown> offered(LessonTools tools, LessonTest test) {
        Long delivered = test.delivered();
        if (delivered == null || !tools.readsRecord(test.id().exercise())) {
            return List.of();
        }
        List<Shown> shown = new ArrayList<>();
        shown.add(new Shown(delivered, TEXTS.get("judge.shown.inject", delivered, test.injectTitle())));
        tools.logbook().decisions(tools.caller(), test.id().exercise()).stream()
                .filter(decision -> delivered.equals(decision.fact().inReplyTo()))
                .map((Decision decision) -> new Shown(
                        decision.seq(),
                        TEXTS.get(
                                "judge.shown.decision",
                                decision.seq(),
                                brief(decision.fact().words().decision())
                                        + (decision.stands() ? "" : TEXTS.get("judge.shown.unconfirmed")))))
                .forEach(shown::add);
        List<Long> about = shown.stream().map(Shown::seq).toList();
        tools.logbook().observations(tools.caller(), test.id().exercise()).stream()
                .filter(seen -> about.contains(seen.fact().about()))
                .map((Observation seen) -> new Shown(
                        seen.seq(),
                        TEXTS.get(
                                "judge.shown.observation",
                                seen.seq(),
                                brief(seen.fact().words().note()))))
                .forEach(shown::add);
        return shown;
    }

    private static String brief(String text) {
        return text.length() <= SHORT ? text : text.substring(0, SHORT) + "…";
    }

    /** Reads numbers between commas or blanks; false if something else stands there. */
    private static boolean numbers(String text, List<Long> into) {
        try {
            Arrays.stream(text.split("[\\s,;]+"))
                    .filter(word -> !word.isEmpty())
                    .map(Long::parseLong)
                    .forEach(into::add);
            return true;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }
}
