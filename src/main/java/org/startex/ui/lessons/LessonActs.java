package org.startex.ui.lessons;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.LessonId;
import org.startex.kernel.PersonId;
import org.startex.kernel.Texts;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonAct;
import org.startex.lessons.LessonAction;
import org.startex.lessons.LessonAnswer;
import org.startex.lessons.LessonAttachment;
import org.startex.lessons.LessonDraft;
import org.startex.lessons.LessonFault;
import org.startex.lessons.LessonService;
import org.startex.people.PersonName;

/** The acts on a lesson: which of them are offered to whoever sits here, and what each asks. */
final class LessonActs {
    private static final Texts TEXTS = Texts.of("ui-lessons");

    private final LessonTools tools;
    private final Consumer<Lesson> done;

    /** @param done called with the lesson after each act */
    LessonActs(LessonTools tools, Consumer<Lesson> done) {
        this.tools = tools;
        this.done = done;
    }

    private LessonService lessons() {
        return tools.lessons();
    }

    /** What whoever sits here may do to each of these lessons, asked at once. */
    Map<LessonId, Set<LessonAct>> allowed(List<Lesson> all) {
        return lessons().acts(tools.caller(), all.stream().map(Lesson::id).toList());
    }

    Set<LessonAct> allowed(Lesson lesson) {
        Set<LessonAct> acts = EnumSet.noneOf(LessonAct.class);
        acts.addAll(lessons().acts(tools.caller(), lesson.id()));
        return acts;
    }

    /** Buttons for what moves the lesson on; the first is the filled one if there is one. */
    List<Button> moves(Lesson lesson, boolean small) {
        return moves(lesson, small, allowed(lesson));
    }

    /** The same where it is known already what is allowed. */
    List<Button> moves(Lesson lesson, boolean small, Set<LessonAct> may) {
        List<Button> buttons = new ArrayList<>();
        if (may.contains(LessonAct.ACCEPT)) {
            buttons.add(button("act.accept", lesson, small, () -> accept(lesson)));
        }
        if (may.contains(LessonAct.IMPLEMENT)) {
            buttons.add(button("act.implement", lesson, small, () -> implement(lesson)));
        }
        if (may.contains(LessonAct.DECLINE)) {
            buttons.add(button("act.decline", lesson, small, () -> decline(lesson)));
        }
        if (may.contains(LessonAct.PLAN)) {
            buttons.add(button("act.plan", lesson, small, () -> plan(lesson)));
        }
        if (!small && may.contains(LessonAct.REWORD)) {
            buttons.add(button("act.reword", lesson, false, () -> reword(lesson)));
        }
        if (!small && !buttons.isEmpty() && !may.contains(LessonAct.ATTACH)) {
            buttons.getFirst().addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        return buttons;
    }

    private static Button button(String key, Lesson lesson, boolean small, Runnable act) {
        Button button = new Button(TEXTS.get(key), click -> act.run());
        if (small) {
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            button.setAriaLabel(TEXTS.get("act.of-lesson", button.getText(), lesson.number()));
        }
        return button;
    }

    void accept(Lesson lesson) {
        boolean again = lesson.state() == org.startex.lessons.LessonState.DECLINED;
        LessonDialog dialog = new LessonDialog(TEXTS.get("accept.title", lesson.number()), TEXTS.get("accept.submit"))
                .explain(TEXTS.get(again ? "accept.again" : "accept.explain"));
        TextArea reason = dialog.text("reason", TEXTS.get(again ? "reason" : "reason.optional"), "", 500, again);
        ComboBox<PersonName> owner = dialog.person("owner", TEXTS.get("owner"), tools.people(), lesson.owner());
        DatePicker due = dialog.day("due", TEXTS.get("due"), lesson.due());
        dialog.ask(
                () -> {
                    LessonAnswer accepted = lessons().accept(tools.caller(), lesson.id(), reason.getValue());
                    boolean same = Objects.equals(id(owner.getValue()), lesson.owner())
                            && Objects.equals(due.getValue(), lesson.due());
                    return accepted instanceof LessonAnswer.Done && !same
                            ? lessons().plan(tools.caller(), lesson.id(), id(owner.getValue()), due.getValue())
                            : accepted;
                },
                done);
    }

    void decline(Lesson lesson) {
        LessonDialog dialog = new LessonDialog(TEXTS.get("decline.title", lesson.number()), TEXTS.get("decline.submit"))
                .explain(TEXTS.get("decline.explain"));
        TextArea reason = dialog.text("reason", TEXTS.get("reason"), "", 500, true);
        dialog.ask(() -> lessons().decline(tools.caller(), lesson.id(), reason.getValue()), done);
    }

    void plan(Lesson lesson) {
        LessonDialog dialog = new LessonDialog(TEXTS.get("plan.title", lesson.number()), TEXTS.get("plan.submit"));
        ComboBox<PersonName> owner = dialog.person("owner", TEXTS.get("owner"), tools.people(), lesson.owner());
        owner.setHelperText(TEXTS.get("owner.help"));
        DatePicker due = dialog.day("due", TEXTS.get("due"), lesson.due());
        dialog.ask(() -> lessons().plan(tools.caller(), lesson.id(), id(owner.getValue()), due.getValue()), done);
    }

    void reword(Lesson lesson) {
        LessonDialog dialog = new LessonDialog(TEXTS.get("reword.title", lesson.number()), TEXTS.get("reword.submit"));
        DraftFields fields = new DraftFields(dialog, tools);
        fields.set(lesson.draft());
        dialog.ask(() -> lessons().reword(tools.caller(), lesson.id(), fields.draft()), done);
    }

    void implement(Lesson lesson) {
        LessonDialog dialog = new LessonDialog(
                        TEXTS.get("implement.title", lesson.number()), TEXTS.get("implement.submit"))
                .explain(TEXTS.get("implement.explain"));
        TextArea evidence = dialog.text("evidence", TEXTS.get("evidence"), TEXTS.get("evidence.help"), 4000, true);
        dialog.ask(() -> lessons().implemented(tools.caller(), lesson.id(), evidence.getValue()), done);
    }

    void addAction(Lesson lesson) {
        LessonDialog dialog = new LessonDialog(TEXTS.get("action.title", lesson.number()), TEXTS.get("action.submit"));
        TextArea text = dialog.text("text", TEXTS.get("action.text"), "", 500, true);
        ComboBox<PersonName> owner = dialog.person("owner", TEXTS.get("owner"), tools.people(), tools.person());
        owner.setRequiredIndicatorVisible(true);
        DatePicker due = dialog.day("due", TEXTS.get("due"), null);
        dialog.ask(
                () -> {
                    PersonId chosen = id(owner.getValue());
                    return chosen == null
                            ? new LessonAnswer.Refused(LessonFault.UNKNOWN_PERSON)
                            : lessons().addAction(tools.caller(), lesson.id(), text.getValue(), chosen, due.getValue());
                },
                done);
    }

    void tick(Lesson lesson, LessonAction action) {
        LessonDialog dialog =
                new LessonDialog(TEXTS.get("tick.title"), TEXTS.get("tick.submit")).explain(action.text());
        TextArea evidence = dialog.text("evidence", TEXTS.get("evidence"), TEXTS.get("evidence.help"), 4000, true);
        dialog.ask(() -> lessons().done(tools.caller(), lesson.id(), action.number(), evidence.getValue()), done);
    }

    void drop(Lesson lesson, LessonAction action) {
        LessonDialog dialog =
                new LessonDialog(TEXTS.get("drop.title"), TEXTS.get("drop.submit")).explain(action.text());
        TextArea reason = dialog.text("reason", TEXTS.get("reason"), "", 500, true);
        dialog.ask(() -> lessons().drop(tools.caller(), lesson.id(), action.number(), reason.getValue()), done);
    }

    void detach(Lesson lesson, LessonAttachment attachment) {
        LessonDialog dialog = new LessonDialog(TEXTS.get("detach.title", lesson.number()), TEXTS.get("detach.submit"))
                .explain(TEXTS.get("detach.explain"));
        TextArea reason = dialog.text("reason", TEXTS.get("reason"), "", 500, true);
        dialog.ask(() -> lessons().detach(tools.caller(), lesson.id(), attachment.number(), reason.getValue()), done);
    }

    private static @Nullable PersonId id(@Nullable PersonName person) {
        return person == null ? null : person.person();
    }

    /** The fields of a lesson's words. */
    static final class DraftFields {
        private final TextField title;
        private final TextArea recommendation;
        private final ComboBox<String> theme;
        private final Checkbox skill = new Checkbox(TEXTS.get("field.skill"));

        DraftFields(LessonDialog dialog, LessonTools tools) {
            title = dialog.line("title", TEXTS.get("field.title"), 120);
            recommendation = dialog.text("recommendation", TEXTS.get("field.recommendation"), "", 4000, true);
            theme = dialog.field("theme", themes(tools));
            dialog.with(skill);
        }

        DraftFields(TextField title, TextArea recommendation, ComboBox<String> theme) {
            this.title = title;
            this.recommendation = recommendation;
            this.theme = theme;
        }

        static ComboBox<String> themes(LessonTools tools) {
            ComboBox<String> theme = new ComboBox<>(TEXTS.get("field.theme"));
            theme.setItems(tools.themes().themes());
            theme.setAllowCustomValue(true);
            theme.addCustomValueSetListener(written -> theme.setValue(written.getDetail()));
            theme.setHelperText(TEXTS.get("field.theme.help", tools.themes().source()));
            return theme;
        }

        Checkbox skill() {
            return skill;
        }

        void set(LessonDraft draft) {
            title.setValue(draft.title());
            recommendation.setValue(draft.recommendation());
            theme.setValue(draft.theme());
            skill.setValue(draft.skill());
        }

        LessonDraft draft() {
            String chosen = theme.getValue();
            return new LessonDraft(
                    title.getValue(), recommendation.getValue(), chosen == null ? "" : chosen, skill.getValue());
        }
    }
}
