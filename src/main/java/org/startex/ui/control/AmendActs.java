package org.startex.ui.control;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Comparator;
import java.util.List;
import org.startex.conduct.Delivered;
import org.startex.conduct.Handling;
import org.startex.conduct.InjectRow;
import org.startex.kernel.Addressee;
import org.startex.kernel.Texts;
import org.startex.ledger.Reason;
import org.startex.ui.ActDialog;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Markdown;
import org.startex.ui.Scene;
import org.startex.ui.Words;

/** What a controller changes of an inject: whom it is for before it has left; after that it is recalled or corrected, and players see both. */
final class AmendActs {
    private static final Texts TEXTS = Texts.of("ui-steering");

    private final ExerciseTools tools;
    private final SavedLine saved;

    AmendActs(ExerciseTools tools, SavedLine saved) {
        this.tools = tools;
        this.saved = saved;
    }

    void readdress(Scene scene, InjectRow row) {
        List<Addressee> before = row.to();
        MultiSelectComboBox<Addressee> to = new MultiSelectComboBox<>(Words.say("write.to"));
        to.setItems(AdHocDialog.addressees(scene));
        to.setItemLabelGenerator(scene::addressee);
        to.setRequiredIndicatorVisible(true);
        to.setWidthFull();
        to.setValue(before);
        TextArea why = new TextArea(TEXTS.get("why.optional"));
        why.setMaxLength(500);
        new ActDialog(TEXTS.get("readdress.title", row.number()), TEXTS.get("readdress.act", row.number()))
                .with(to, why)
                .explaining(reason -> refusal(scene, row, reason))
                .primary()
                .ask(
                        (id, none) -> tools.steering()
                                .readdress(
                                        tools.caller(),
                                        scene.id(),
                                        id,
                                        row.number(),
                                        before,
                                        chosen(to),
                                        why.getValue().strip()),
                        seq -> saved.saved(seq, readdressBack(scene, row, before, chosen(to))));
    }

    private static List<Addressee> chosen(MultiSelectComboBox<Addressee> to) {
        return to.getValue().stream()
                .sorted(Comparator.comparing(Addressee::toString))
                .toList();
    }

    private Undo readdressBack(Scene scene, InjectRow row, List<Addressee> before, List<Addressee> after) {
        return new Undo(
                TEXTS.get("done.readdressed", row.number(), scene.addressees(after)),
                TEXTS.get("readdress.back", row.number(), scene.addressees(before)),
                id -> tools.steering().readdress(tools.caller(), scene.id(), id, row.number(), after, before, ""),
                now -> now.play().delivered(row.number()).isEmpty()
                        && now.play()
                                .handling(row.number())
                                .filter(handling -> handling.skipped().isEmpty())
                                .map(Handling::to)
                                .filter(after::equals)
                                .isPresent());
    }

    void recall(Scene scene, InjectRow row) {
        long inject = row.delivery().orElseThrow();
        new ActDialog(TEXTS.get("recall.title", row.number()), TEXTS.get("recall.act", row.number()))
                .explain(TEXTS.get("recall.explain"))
                .reason(TEXTS.get("why.staff"), true)
                .explaining(reason -> refusal(scene, row, reason))
                .ask((id, why) -> tools.steering().recall(tools.caller(), scene.id(), id, inject, why), saved::saved);
    }

    void correct(Scene scene, InjectRow row) {
        Delivered inject = scene.play().delivered(row.delivery().orElseThrow()).orElseThrow();
        TextArea text = new TextArea(TEXTS.get("correct.text"));
        text.setMaxLength(4000);
        text.setMinRows(4);
        text.setMaxRows(10);
        text.setWidthFull();
        text.setAutofocus(true);
        text.setRequiredIndicatorVisible(true);
        text.setHelperText(Words.say("write.help"));
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValue(inject.text());
        Div preview = Html.div("quote");
        preview.add(Markdown.of(inject.text()));
        text.addValueChangeListener(change -> {
            preview.removeAll();
            preview.add(Markdown.of(change.getValue()));
        });
        TextArea why = new TextArea(TEXTS.get("why.staff.optional"));
        why.setMaxLength(500);
        ActDialog dialog =
                new ActDialog(TEXTS.get("correct.title", row.number()), TEXTS.get("correct.act", row.number()));
        dialog.setWidth("min(46rem, 94vw)");
        dialog.explain(TEXTS.get("correct.explain"))
                .with(text, Html.div("stack tight", Html.span("s m", Words.say("write.preview")), preview), why)
                .explaining(reason -> refusal(scene, row, reason))
                .primary()
                .ask(
                        (id, none) -> tools.steering()
                                .correct(
                                        tools.caller(),
                                        scene.id(),
                                        id,
                                        inject.seq(),
                                        inject.corrections().size(),
                                        text.getValue().strip(),
                                        why.getValue().strip()),
                        saved::saved);
    }

    private String refusal(Scene scene, InjectRow row, Reason reason) {
        return ActMarks.refusal(tools, scene.id(), row.number(), reason);
    }
}
