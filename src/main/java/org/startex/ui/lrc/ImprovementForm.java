package org.startex.ui.lrc;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.LrcCode;
import org.startex.kernel.Texts;
import org.startex.lrc.ImprovementDraft;
import org.startex.lrc.ImprovementKind;
import org.startex.lrc.ModularResponse;
import org.startex.lrc.PriorityGroup;
import org.startex.people.PersonName;
import org.startex.standards.LrcItem;
import org.startex.standards.LrcKind;
import org.startex.standards.LrcStep;

/** The fields of an improvement record. */
final class ImprovementForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lrc");

    private final TextField title = new TextField(TEXTS.get("form.title"));
    private final Select<LrcStep> step = new Select<>();
    private final ComboBox<LrcItem> module = new ComboBox<>(TEXTS.get("form.module"));
    private final ComboBox<ModularResponse> response = new ComboBox<>(TEXTS.get("form.response"));
    private final TextArea protocol = new TextArea(TEXTS.get("form.protocol"));
    private final ComboBox<PriorityGroup> group = new ComboBox<>(TEXTS.get("form.group"));
    private final RadioButtonGroup<ImprovementKind> kind = new RadioButtonGroup<>(TEXTS.get("form.kind"));
    private final TextArea value = new TextArea(TEXTS.get("form.value"));
    private final TextArea judgedBy = new TextArea(TEXTS.get("form.judged-by"));
    private final TextField ownerRole = new TextField(TEXTS.get("form.owner-role"));
    private final ComboBox<PersonName> owner = new ComboBox<>(TEXTS.get("form.owner"));
    private final DatePicker due = new DatePicker(TEXTS.get("form.due"));

    ImprovementForm(LrcTools tools, @Nullable ImprovementDraft before) {
        addClassName("lrc-form");
        step.setLabel(TEXTS.get("form.step"));
        step.setItems(tools.manual().steps());
        step.setItemLabelGenerator(each -> TEXTS.get("step.title", LrcFacts.step(each), each.title()));
        module.setItems(tools.catalogue().lrcItems().stream()
                .filter(item -> item.kind() == LrcKind.MODULE)
                .toList());
        module.setItemLabelGenerator(LrcItem::title);
        module.setClearButtonVisible(true);
        List<ModularResponse> responses = tools.capability().responses(tools.caller());
        response.setItems(responses.stream()
                .filter(each ->
                        !each.retired() || (before != null && each.code().equals(before.response())))
                .toList());
        response.setItemLabelGenerator(ModularResponse::title);
        response.setClearButtonVisible(true);
        List<PriorityGroup> groups = tools.capability().groups(tools.caller());
        group.setItems(groups.stream()
                .filter(each ->
                        !each.retired() || (before != null && each.code().equals(before.group())))
                .toList());
        group.setItemLabelGenerator(PriorityGroup::name);
        group.setClearButtonVisible(true);
        kind.setItems(ImprovementKind.values());
        kind.setItemLabelGenerator(ImprovementWords::kind);
        kind.setValue(ImprovementKind.INTERNAL_READINESS);
        List<PersonName> people = tools.people("");
        owner.setItems(people);
        owner.setItemLabelGenerator(person -> person.organisation().isEmpty()
                ? person.name()
                : TEXTS.get("person.of", person.name(), person.organisation()));
        owner.setClearButtonVisible(true);
        due.setLocale(Locale.UK);
        due.setAutoOpen(false); // who types a day is not to have a calendar in the way
        help();
        if (before != null) {
            fill(tools, before, responses, groups, people);
        }
        add(title, step, kind, module, response, group, protocol, value, judgedBy, ownerRole, owner, due);
    }

    private void help() {
        title.setMaxLength(120);
        title.setHelperText(TEXTS.get("form.title.help"));
        protocol.setMaxLength(4000);
        protocol.setHelperText(TEXTS.get("form.protocol.help"));
        value.setMaxLength(4000);
        value.setHelperText(TEXTS.get("form.value.help"));
        judgedBy.setMaxLength(4000);
        judgedBy.setHelperText(TEXTS.get("form.judged-by.help"));
        ownerRole.setMaxLength(120);
        ownerRole.setHelperText(TEXTS.get("form.owner-role.help"));
        title.setRequiredIndicatorVisible(true);
        step.setRequiredIndicatorVisible(true);
        value.setRequiredIndicatorVisible(true);
        judgedBy.setRequiredIndicatorVisible(true);
        ownerRole.setRequiredIndicatorVisible(true);
        due.setRequiredIndicatorVisible(true);
    }

    private void fill(
            LrcTools tools,
            ImprovementDraft before,
            List<ModularResponse> responses,
            List<PriorityGroup> groups,
            List<PersonName> people) {
        title.setValue(before.title());
        tools.manual().step(before.step()).ifPresent(step::setValue);
        LrcCode ofModule = before.module();
        if (ofModule != null) {
            tools.catalogue().lrc(ofModule).ifPresent(module::setValue);
        }
        responses.stream()
                .filter(each -> each.code().equals(before.response()))
                .findFirst()
                .ifPresent(response::setValue);
        groups.stream()
                .filter(each -> each.code().equals(before.group()))
                .findFirst()
                .ifPresent(group::setValue);
        protocol.setValue(before.protocol());
        kind.setValue(before.kind());
        value.setValue(before.value());
        judgedBy.setValue(before.judgedBy());
        ownerRole.setValue(before.ownerRole());
        people.stream()
                .filter(each -> each.person().equals(before.owner()))
                .findFirst()
                .ifPresent(owner::setValue);
        due.setValue(before.due());
    }

    /** Says at the step's own field that it is missing, where it is. */
    boolean stepChosen() {
        step.setInvalid(step.getValue() == null);
        step.setErrorMessage(TEXTS.get("form.step.missing"));
        return step.getValue() != null;
    }

    /** What is written; only where a step is chosen. */
    ImprovementDraft draft() {
        return new ImprovementDraft(
                title.getValue(),
                Objects.requireNonNull(step.getValue()).code(),
                module.getValue() == null ? null : module.getValue().code(),
                response.getValue() == null ? null : response.getValue().code(),
                protocol.getValue(),
                group.getValue() == null ? null : group.getValue().code(),
                ownerRole.getValue(),
                owner.getValue() == null ? null : owner.getValue().person(),
                due.getValue(),
                value.getValue(),
                judgedBy.getValue(),
                kind.getValue());
    }
}
