package org.startex.ui.competency;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.startex.competency.Change;
import org.startex.competency.Need;
import org.startex.competency.NeedId;
import org.startex.kernel.KsbCode;
import org.startex.kernel.PersonId;
import org.startex.kernel.Texts;
import org.startex.lessons.Lesson;
import org.startex.standards.Ksb;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;
import org.startex.ui.Notice;

/** Raises a development need from a lesson about skill, on a person's record or on a role's. */
final class RaiseNeedDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-competency");

    private final transient CompetencyTools tools;
    private final transient @Nullable PersonId person;
    private final transient Runnable changed;
    private final ComboBox<Lesson> lesson = new ComboBox<>(TEXTS.get("raise.lesson"));
    private final ComboBox<String> role = new ComboBox<>(TEXTS.get("raise.role"));
    private final TextArea text = new TextArea(TEXTS.get("raise.text"));
    private final MultiSelectComboBox<Ksb> ksbs = new MultiSelectComboBox<>(TEXTS.get("raise.ksbs"));
    private final Div answer = Html.div("outcome");

    /**
     * @param person whose need it is; null for a role's
     */
    RaiseNeedDialog(CompetencyTools tools, @Nullable PersonId person, Runnable changed) {
        this.tools = tools;
        this.person = person;
        this.changed = changed;
        setHeaderTitle(TEXTS.get(person == null ? "raise.heading.role" : "raise.heading.person"));
        addClassName("competency-dialog");
        Button cancel = new Button(TEXTS.get("cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(cancel);
        List<Lesson> lessons = tools.needs().lessonsAboutSkill(tools.caller());
        if (lessons.isEmpty()) {
            add(new EmptyState(TEXTS.get("raise.no-lessons")));
        } else {
            form(lessons);
        }
    }

    private void form(List<Lesson> lessons) {
        lesson.setItems(lessons);
        lesson.setItemLabelGenerator(one -> TEXTS.get("need.lesson", String.valueOf(one.number()), one.title()));
        lesson.setRequiredIndicatorVisible(true);
        text.setHelperText(TEXTS.get("raise.text.help"));
        text.setRequiredIndicatorVisible(true);
        text.setMinRows(2);
        text.setMaxLength(2000);
        ksbs.setItems(tools.standard().ksbs());
        ksbs.setItemLabelGenerator(ksb -> TEXTS.get("ksb.line", ksb.code().value(), ksb.text()));
        answer.getElement().setAttribute("role", "status");
        Div form = Html.div("form", lesson);
        if (person == null) {
            roles();
            form.add(role);
        }
        form.add(text, ksbs, answer);
        add(form);
        Button raise = new Button(TEXTS.get("raise.send"), click -> raise());
        raise.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        raise.getElement().setAttribute("data-submit", "");
        getFooter().add(raise);
    }

    private void roles() {
        Set<String> known = new TreeSet<>(
                Set.of(TEXTS.get("role.planning"), TEXTS.get("role.tactical"), TEXTS.get("role.strategic")));
        tools.needs().ofRoles(tools.caller()).stream().map(Need::role).forEach(known::add);
        role.setItems(known);
        role.setAllowCustomValue(true);
        role.addCustomValueSetListener(written -> role.setValue(written.getDetail()));
        role.setHelperText(TEXTS.get("raise.role.help"));
        role.setRequiredIndicatorVisible(true);
    }

    private void raise() {
        answer.removeAll();
        if (lesson.getValue() == null) {
            answer.add(Notice.problem(TEXTS.get("raise.lesson.needed")));
            return;
        }
        Set<KsbCode> codes = ksbs.getValue().stream().map(Ksb::code).collect(Collectors.toSet());
        Change<NeedId> change = person == null
                ? tools.needs()
                        .raiseForRole(
                                tools.caller(),
                                role.getValue() == null ? "" : role.getValue(),
                                lesson.getValue().id(),
                                text.getValue(),
                                codes)
                : tools.needs()
                        .raiseForPerson(
                                tools.caller(), person, lesson.getValue().id(), text.getValue(), codes);
        switch (change) {
            case Change.Done<NeedId> done -> {
                close();
                changed.run();
            }
            case Change.Refused<NeedId>(var refusal) -> answer.add(Notice.problem(refusal.message()));
        }
    }
}
