package org.startex.ui.lrc;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.LrcCode;
import org.startex.kernel.Texts;
import org.startex.lrc.GroupDraft;
import org.startex.lrc.ItemStep;
import org.startex.lrc.LrcAnswer;
import org.startex.lrc.ModularResponse;
import org.startex.lrc.PriorityGroup;
import org.startex.lrc.ResponseDraft;
import org.startex.ui.Html;

/** Asks for a priority group or a modular response: to add, to change, to retire or take up again; and shows its history. */
final class ItemDialogs {
    private static final Texts TEXTS = Texts.of("ui-lrc");

    private final LrcTools tools;
    private final Runnable changed;

    ItemDialogs(LrcTools tools, Runnable changed) {
        this.tools = tools;
        this.changed = changed;
    }

    void addGroup() {
        GroupForm form = new GroupForm(null);
        new LrcDialog(TEXTS.get("group.add.title"), TEXTS.get("group.add.submit"))
                .with(form.fields())
                .ask(() -> tools.capability().addGroup(tools.caller(), form.draft()), changed);
    }

    void change(PriorityGroup group) {
        GroupForm form = new GroupForm(group.said());
        TextArea reason = reason();
        new LrcDialog(TEXTS.get("item.change.title", group.name()), TEXTS.get("group.change.submit"))
                .with(form.fields())
                .with(reason)
                .ask(
                        () -> tools.capability()
                                .changeGroup(
                                        tools.caller(), group.code(), group.changes(), form.draft(), reason.getValue()),
                        changed);
    }

    void turn(PriorityGroup group) {
        turn(
                group.name(),
                group.retired(),
                (code, reason) -> group.retired()
                        ? tools.capability().restoreGroup(tools.caller(), code, reason)
                        : tools.capability().retireGroup(tools.caller(), code, reason),
                group.code());
    }

    void addResponse() {
        ResponseForm form = new ResponseForm(null, tools.capability().groups(tools.caller()));
        new LrcDialog(TEXTS.get("response.add.title"), TEXTS.get("response.add.submit"))
                .with(form.fields())
                .ask(() -> tools.capability().addResponse(tools.caller(), form.draft()), changed);
    }

    void change(ModularResponse response, List<PriorityGroup> groups) {
        ResponseForm form = new ResponseForm(response.said(), groups);
        TextArea reason = reason();
        new LrcDialog(TEXTS.get("item.change.title", response.title()), TEXTS.get("response.change.submit"))
                .with(form.fields())
                .with(reason)
                .ask(
                        () -> tools.capability()
                                .changeResponse(
                                        tools.caller(),
                                        response.code(),
                                        response.changes(),
                                        form.draft(),
                                        reason.getValue()),
                        changed);
    }

    void turn(ModularResponse response) {
        turn(
                response.title(),
                response.retired(),
                (code, reason) -> response.retired()
                        ? tools.capability().restoreResponse(tools.caller(), code, reason)
                        : tools.capability().retireResponse(tools.caller(), code, reason),
                response.code());
    }

    private void turn(String name, boolean retired, BiFunction<LrcCode, String, LrcAnswer> act, LrcCode code) {
        TextArea reason = reason();
        LrcDialog dialog = retired
                ? new LrcDialog(TEXTS.get("item.restore.title", name), TEXTS.get("item.restore.submit"))
                : new LrcDialog(TEXTS.get("item.retire.title", name), TEXTS.get("item.retire.submit"))
                        .explain(TEXTS.get("item.retire.explain"));
        dialog.with(reason).ask(() -> act.apply(code, reason.getValue()), changed);
    }

    void history(LrcCode code, String name) {
        OrderedList list = new OrderedList();
        list.addClassName("lrc-history");
        tools.capability()
                .history(tools.caller(), code)
                .reversed()
                .forEach(step -> list.add(new ListItem(
                        Html.span("when", LrcDates.day(step.at(), tools.zone())),
                        Html.div(
                                "stack tight",
                                Html.span("b", TEXTS.get("item.done", act(step.act()), by(step))),
                                Html.span("", step.reason()),
                                Html.span("m s lines", step.words())))));
        Dialog dialog = new Dialog(list);
        dialog.setHeaderTitle(TEXTS.get("item.history-label", name));
        dialog.addClassName("lrc-dialog");
        dialog.getFooter().add(new Button(TEXTS.get("close"), click -> dialog.close()));
        dialog.open();
    }

    private static String by(ItemStep step) {
        return step.by().isEmpty() ? TEXTS.get("by.program") : step.by();
    }

    private static String act(ItemStep.Act act) {
        return TEXTS.get(
                switch (act) {
                    case ADDED -> "item.added";
                    case CHANGED -> "item.changed";
                    case RETIRED -> "item.retired";
                    case RESTORED -> "item.restored";
                });
    }

    private static TextArea reason() {
        TextArea reason = area("reason", 500, "");
        reason.setRequiredIndicatorVisible(true);
        return reason;
    }

    private static TextArea area(String key, int limit, String value) {
        TextArea area = new TextArea(TEXTS.get(key));
        area.setMaxLength(limit);
        area.setValue(value);
        return area;
    }

    private static TextField line(String key, String value, boolean needed) {
        TextField line = new TextField(TEXTS.get(key));
        line.setMaxLength(120);
        line.setValue(value);
        line.setRequiredIndicatorVisible(needed);
        return line;
    }

    private static final class GroupForm {
        private final TextField name;
        private final TextArea rationale;
        private final TextArea description;
        private final TextArea needs;
        private final TextField scale;

        GroupForm(@Nullable GroupDraft said) {
            name = line("group.name", said == null ? "" : said.name(), true);
            name.setAutofocus(true);
            rationale = area("group.rationale", 500, said == null ? "" : said.rationale());
            rationale.setRequiredIndicatorVisible(true);
            description = area("group.description", 4000, said == null ? "" : said.description());
            needs = area("group.needs", 4000, said == null ? "" : String.join("\n", said.needs()));
            needs.setHelperText(TEXTS.get("group.needs.help"));
            scale = line("group.scale", said == null ? "" : said.scale(), false);
            scale.setHelperText(TEXTS.get("group.scale.help"));
        }

        Component[] fields() {
            return new Component[] {name, rationale, description, needs, scale};
        }

        GroupDraft draft() {
            return new GroupDraft(
                    name.getValue(),
                    rationale.getValue(),
                    description.getValue(),
                    needs.getValue().lines().toList(),
                    scale.getValue());
        }
    }

    private static final class ResponseForm {
        private final TextField title;
        private final TextArea comprises;
        private final TextArea protocol;
        private final MultiSelectComboBox<PriorityGroup> serves =
                new MultiSelectComboBox<>(TEXTS.get("response.serves"));

        ResponseForm(@Nullable ResponseDraft said, List<PriorityGroup> groups) {
            Set<LrcCode> before = said == null ? Set.of() : Set.copyOf(said.serves());
            title = line("response.title", said == null ? "" : said.title(), true);
            title.setAutofocus(true);
            comprises = area("response.comprises", 500, said == null ? "" : said.comprises());
            protocol = area("response.protocol", 4000, said == null ? "" : said.protocol());
            protocol.setHelperText(TEXTS.get("response.protocol.help"));
            serves.setItems(groups.stream()
                    .filter(group -> !group.retired() || before.contains(group.code()))
                    .toList());
            serves.setItemLabelGenerator(PriorityGroup::name);
            serves.setHelperText(TEXTS.get("response.serves.help"));
            serves.setValue(groups.stream()
                    .filter(group -> before.contains(group.code()))
                    .collect(Collectors.toSet()));
        }

        Component[] fields() {
            return new Component[] {title, comprises, protocol, serves};
        }

        ResponseDraft draft() {
            return new ResponseDraft(
                    title.getValue(),
                    comprises.getValue(),
                    protocol.getValue(),
                    serves.getValue().stream()
                            .map(PriorityGroup::code)
                            .sorted(Comparator.comparing(LrcCode::value))
                            .toList());
        }
    }
}
