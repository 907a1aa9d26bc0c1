package org.startex.ui.lessons;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.function.Consumer;
import org.startex.kernel.Texts;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonAnswer;
import org.startex.lessons.LessonFault;
import org.startex.scenario.Inject;
import org.startex.scenario.Scenario;
import org.startex.ui.StoryClock;

/** Chooses the inject that will test a lesson: a scenario, then an inject by its number or words. */
final class AttachDialog {
    private static final Texts TEXTS = Texts.of("ui-lessons");

    private final LessonDialog dialog;
    private final LessonTools tools;
    private final Lesson lesson;
    private final Consumer<Lesson> changed;

    AttachDialog(LessonTools tools, Lesson lesson, Consumer<Lesson> changed) {
        this.tools = tools;
        this.lesson = lesson;
        this.changed = changed;
        dialog = new LessonDialog(TEXTS.get("attach.title", lesson.number()), TEXTS.get("attach.submit"))
                .explain(TEXTS.get("attach.explain"));
    }

    void open() {
        List<Scenario> all = tools.scenarios();
        ComboBox<Scenario> scenario = new ComboBox<>(TEXTS.get("attach.scenario"));
        scenario.setItems(all);
        scenario.setItemLabelGenerator(Scenario::title);
        scenario.setRequiredIndicatorVisible(true);
        ComboBox<Inject> inject = new ComboBox<>(TEXTS.get("attach.inject"));
        inject.setRequiredIndicatorVisible(true);
        inject.setHelperText(TEXTS.get("attach.inject.help"));
        inject.setEnabled(false);
        scenario.addValueChangeListener(change -> {
            Scenario chosen = change.getValue();
            inject.clear();
            inject.setEnabled(chosen != null);
            if (chosen != null) {
                StoryClock clock = new StoryClock(chosen.start(), chosen.zone());
                inject.setItems(
                        (item, words) -> words(clock, item)
                                .toLowerCase(java.util.Locale.ROOT)
                                .contains(words.toLowerCase(java.util.Locale.ROOT)),
                        chosen.injects());
                inject.setItemLabelGenerator(item -> words(clock, item));
            }
        });
        if (all.size() == 1) {
            scenario.setValue(all.getFirst());
        }
        dialog.with(scenario);
        dialog.field("inject", inject);
        dialog.ask(
                () -> scenario.getValue() == null || inject.getValue() == null
                        ? new LessonAnswer.Refused(LessonFault.UNKNOWN_INJECT)
                        : tools.lessons()
                                .attach(
                                        tools.caller(),
                                        lesson.id(),
                                        scenario.getValue().slug(),
                                        inject.getValue().number()),
                changed);
    }

    private static String words(StoryClock clock, Inject inject) {
        return inject.hasTime()
                ? TEXTS.get("attach.inject.words", inject.number().value(), clock.minutes(inject.due()), inject.title())
                : TEXTS.get("attach.inject.untimed", inject.number().value(), inject.title());
    }
}
