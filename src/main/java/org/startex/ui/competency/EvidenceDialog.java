package org.startex.ui.competency;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.startex.competency.Change;
import org.startex.competency.Proposal;
import org.startex.kernel.EvidenceId;
import org.startex.kernel.KsbCode;
import org.startex.kernel.Texts;
import org.startex.standards.Ksb;
import org.startex.ui.Html;
import org.startex.ui.Notice;

/** Makes a piece of evidence of a proposal: what it shows, in the learner's words, and which KSBs; those that the inject and the observations name stand first. */
final class EvidenceDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-competency");

    private final transient CompetencyTools tools;
    private final transient Proposal proposal;
    private final TextArea statement = new TextArea(TEXTS.get("make.statement"));
    private final CheckboxGroup<Ksb> named = new CheckboxGroup<>(TEXTS.get("make.named"));
    private final MultiSelectComboBox<Ksb> others = new MultiSelectComboBox<>(TEXTS.get("make.others"));
    private final Div answer = Html.div("outcome");

    EvidenceDialog(CompetencyTools tools, Proposal proposal) {
        this.tools = tools;
        this.proposal = proposal;
        setHeaderTitle(PieceWords.title(proposal.kind(), proposal.context()));
        setCloseOnOutsideClick(false);
        addClassName("competency-dialog");
        statement.setHelperText(TEXTS.get("make.statement.help"));
        statement.setMinRows(3);
        statement.setMaxLength(2000);
        statement.setRequiredIndicatorVisible(true);
        statement.setAutofocus(true);
        ksbs();
        answer.getElement().setAttribute("role", "status");
        add(Html.div("form", Notice.info(TEXTS.get("make.note")), statement, named, others, answer));
        Button cancel = new Button(TEXTS.get("cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button make = new Button(TEXTS.get("make.send"), click -> make());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        make.getElement().setAttribute("data-submit", "");
        getFooter().add(cancel, make);
    }

    private void ksbs() {
        List<Ksb> suggested = proposal.suggested().stream()
                .flatMap(code -> tools.standard().ksb(code).stream())
                .toList();
        named.setItems(suggested);
        named.setItemLabelGenerator(EvidenceDialog::line);
        named.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        named.setVisible(!suggested.isEmpty());
        others.setItems(tools.standard().ksbs().stream()
                .filter(ksb -> !suggested.contains(ksb))
                .toList());
        others.setItemLabelGenerator(EvidenceDialog::line);
        others.setHelperText(TEXTS.get("make.others.help"));
    }

    private static String line(Ksb ksb) {
        return TEXTS.get("ksb.line", ksb.code().value(), ksb.text());
    }

    private void make() {
        Set<KsbCode> codes =
                new LinkedHashSet<>(named.getValue().stream().map(Ksb::code).collect(Collectors.toSet()));
        others.getValue().forEach(ksb -> codes.add(ksb.code()));
        answer.removeAll();
        Change<EvidenceId> change =
                tools.evidence().submit(tools.caller(), proposal.entry(), proposal.part(), statement.getValue(), codes);
        switch (change) {
            case Change.Done<EvidenceId>(EvidenceId id) -> {
                close();
                UI.getCurrent().navigate(CompetencyNavigation.evidence(id));
            }
            case Change.Refused<EvidenceId>(var refusal) -> answer.add(Notice.problem(refusal.message()));
        }
    }
}
