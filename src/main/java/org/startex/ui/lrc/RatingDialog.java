package org.startex.ui.lrc;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Texts;
import org.startex.lrc.Improvement;
import org.startex.lrc.LrcAnswer;
import org.startex.lrc.RatingDraft;
import org.startex.lrc.ReadinessScale;
import org.startex.lrc.ScaleStep;
import org.startex.standards.LrcStep;

/** Asks how ready a step is, why one thinks so, and which improvement led to it. */
final class RatingDialog {
    private static final Texts TEXTS = Texts.of("ui-lrc");

    private final LrcTools tools;
    private final LrcStep step;
    private final ReadinessScale scale;
    private final List<Improvement> records;

    RatingDialog(LrcTools tools, LrcStep step, ReadinessScale scale, List<Improvement> records) {
        this.tools = tools;
        this.step = step;
        this.scale = scale;
        this.records = records;
    }

    void open(Runnable saved) {
        RadioButtonGroup<ScaleStep> rank = new RadioButtonGroup<>(TEXTS.get("rate.rank"));
        rank.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        rank.setItems(scale.steps().reversed());
        rank.setItemLabelGenerator(each -> each.meaning().isEmpty()
                ? each.label()
                : TEXTS.get("rate.label-meaning", each.label(), each.meaning()));
        TextArea reason = new TextArea(TEXTS.get("rate.reason"));
        reason.setMaxLength(500);
        reason.setMinRows(2);
        reason.setRequiredIndicatorVisible(true);
        ComboBox<Improvement> because = new ComboBox<>(TEXTS.get("rate.because"));
        because.setItems(records);
        because.setItemLabelGenerator(LrcFacts::numbered);
        because.setClearButtonVisible(true);
        because.setVisible(!records.isEmpty());
        new LrcDialog(TEXTS.get("rate.title", LrcFacts.step(step)), TEXTS.get("rate.submit"))
                .explain(TEXTS.get("rate.explain"))
                .with(rank, reason, because)
                .ask(() -> rate(rank.getValue(), reason.getValue(), because.getValue()), saved);
    }

    private LrcAnswer rate(@Nullable ScaleStep rank, String reason, @Nullable Improvement because) {
        return tools.readiness()
                .rate(
                        tools.caller(),
                        step.number(),
                        new RatingDraft(
                                scale.version(),
                                rank == null ? 0 : rank.rank(),
                                reason,
                                because == null ? null : because.number()));
    }
}
