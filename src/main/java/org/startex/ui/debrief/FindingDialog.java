package org.startex.ui.debrief;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.startex.debrief.Finding;
import org.startex.debrief.FindingAnswer;
import org.startex.debrief.FindingDraft;
import org.startex.kernel.Texts;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Reason;
import org.startex.ui.Html;
import org.startex.ui.Notice;
import org.startex.ui.Scene;

/** Writes a finding or changes one: what happened, what was expected, why it matters, its theme, and the entries that show it. It stays open until it is saved. */
final class FindingDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-debrief");

    private final TextArea what = area("finding.what");
    private final TextArea expected = area("finding.expected");
    private final TextArea why = area("finding.why");
    private final ComboBox<String> theme = new ComboBox<>(TEXTS.get("finding.theme"));
    private final RadioButtonGroup<Boolean> kind = new RadioButtonGroup<>();
    private final MultiSelectComboBox<Long> cites = new MultiSelectComboBox<>(TEXTS.get("finding.cites"));
    private final Div outcome = Html.div("");
    private final transient Function<FindingDraft, FindingAnswer> save;
    private final transient Consumer<Finding> saved;

    FindingDialog(
            FindingDesk desk,
            Scene scene,
            FindingDraft draft,
            Function<FindingDraft, FindingAnswer> save,
            Consumer<Finding> saved) {
        this.save = save;
        this.saved = saved;
        setHeaderTitle(TEXTS.get(draft.cites().isEmpty() ? "finding.new" : "finding.change.title"));
        setWidth("min(46rem, 94vw)");
        setCloseOnOutsideClick(false);
        what.setValue(draft.what());
        what.setAutofocus(true);
        expected.setValue(draft.expected());
        why.setValue(draft.why());
        kind(draft.goodPractice());
        theme(desk, draft.theme());
        cites(desk.entries(scene.id()), scene, draft.cites());
        outcome.getElement().setAttribute("role", "status");
        Button send = new Button(TEXTS.get("finding.save"), click -> send());
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.getElement().setAttribute("data-submit", "");
        Button cancel = new Button(TEXTS.get("cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(cancel, send);
        add(Html.div("form wide-form", kind, what, expected, why, theme, cites, outcome));
    }

    private static TextArea area(String key) {
        TextArea area = new TextArea(TEXTS.get(key));
        area.setMaxLength(4000);
        area.setMinRows(2);
        area.setMaxRows(10);
        area.setRequiredIndicatorVisible(true);
        return area;
    }

    private void kind(boolean goodPractice) {
        kind.setLabel(TEXTS.get("finding.kind"));
        kind.setItems(false, true);
        kind.setItemLabelGenerator(good -> TEXTS.get(good ? "kind.good" : "kind.improve"));
        kind.setValue(goodPractice);
    }

    private void theme(FindingDesk desk, String chosen) {
        List<String> offered = new ArrayList<>(desk.themes().themes());
        if (!chosen.isEmpty() && !offered.contains(chosen)) {
            offered.add(chosen);
        }
        theme.setItems(offered);
        theme.setAllowCustomValue(true);
        theme.addCustomValueSetListener(own -> {
            String words = own.getDetail().strip();
            if (!words.isEmpty() && !offered.contains(words)) {
                offered.add(words);
                theme.setItems(offered);
            }
            theme.setValue(words.isEmpty() ? null : words);
        });
        theme.setRequiredIndicatorVisible(true);
        theme.setHelperText(TEXTS.get("finding.theme.help", desk.themes().source()));
        if (!chosen.isEmpty()) {
            theme.setValue(chosen);
        }
    }

    private void cites(Map<Long, LedgerEntry> entries, Scene scene, List<Long> chosen) {
        Map<Long, String> lines = new LinkedHashMap<>();
        entries.values().stream()
                .sorted(Comparator.comparingLong(LedgerEntry::seq))
                .forEach(entry -> lines.put(entry.seq(), FindingDesk.line(scene, entry)));
        cites.setItemLabelGenerator(seq -> lines.getOrDefault(seq, ""));
        cites.setItems(lines.keySet());
        cites.setRequiredIndicatorVisible(true);
        cites.setHelperText(TEXTS.get("finding.cites.help"));
        cites.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        cites.setValue(chosen.stream().filter(lines::containsKey).toList());
    }

    private void send() {
        outcome.removeAll();
        Map<String, Component> fields =
                Map.of("what", what, "expected", expected, "why", why, "theme", theme, "cites", cites);
        fields.values().forEach(field -> ((HasValidation) field).setInvalid(false));
        String chosen = theme.getValue();
        FindingAnswer answer;
        try {
            answer = save.apply(new FindingDraft(
                    what.getValue(),
                    expected.getValue(),
                    why.getValue(),
                    chosen == null ? "" : chosen,
                    Boolean.TRUE.equals(kind.getValue()),
                    List.copyOf(cites.getValue())));
        } catch (RuntimeException away) {
            outcome.add(Notice.problem(TEXTS.get("away")));
            return;
        }
        switch (answer) {
            case FindingAnswer.Done done -> {
                close();
                saved.accept(done.finding());
            }
            case FindingAnswer.Refused refused ->
                refused(refused.reason(), fields.get(refused.reason().field()));
        }
    }

    private void refused(Reason reason, @Nullable Component field) {
        if (field instanceof HasValidation at) {
            at.setInvalid(true);
            at.setErrorMessage(reason.message());
            if (field instanceof Focusable<?> focusable) {
                focusable.focus();
            }
        } else {
            outcome.add(Notice.problem(reason.message()));
        }
    }
}
