package org.startex.ui.cards;

import static org.startex.ui.cards.CardWords.TEXTS;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.CueCard;
import org.startex.conduct.VoiceService;
import org.startex.conduct.Words;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Outcome;
import org.startex.ui.Scene;

/** What was answered. A note that was wrong is corrected by another; what was noted stays. */
final class ReplyForm extends Div {
    private static final long serialVersionUID = 1L;

    private final transient ExerciseTools tools;
    private final transient VoiceService voice;
    private final transient LongConsumer saved;
    private final TextArea text = new TextArea();
    private final TextField heardBy = new TextField(TEXTS.get("reply.by"));
    private final Details other = new Details(TEXTS.get("reply.other"), heardBy);
    private final Button note = new Button("", click -> note());
    private final Outcome outcome = new Outcome();
    private transient @Nullable Scene scene;
    private transient @Nullable CueCard card;

    ReplyForm(ExerciseTools tools, VoiceService voice, LongConsumer saved) {
        this.tools = tools;
        this.voice = voice;
        this.saved = saved;
        addClassNames("cc-act", "noprint");
        text.setMaxLength(Words.TEXT);
        text.setMinRows(3);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        heardBy.setMaxLength(Words.TITLE);
        note.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        note.addClassName("cc-say");
        note.getElement().setAttribute("data-submit", "");
        add(outcome, text, other, note);
    }

    void show(Scene now, CueCard shown) {
        CueCard before = card;
        if (before == null || !before.number().equals(shown.number())) {
            outcome.clear();
            text.clear();
            text.setInvalid(false);
            heardBy.clear();
            other.setOpened(false);
        }
        boolean corrects = !shown.replies().isEmpty();
        text.setLabel(TEXTS.get(corrects ? "reply.correction" : "reply.text"));
        note.setText(TEXTS.get(corrects ? "reply.correct" : "reply.note"));
        scene = now;
        card = shown;
    }

    private void note() {
        Scene now = scene;
        CueCard shown = card;
        if (now == null || shown == null) {
            return;
        }
        if (text.getValue().isBlank()) {
            text.setInvalid(true);
            text.setErrorMessage(TEXTS.get("reply.needed"));
            text.focus();
            return;
        }
        text.setInvalid(false);
        shown.spoken()
                .ifPresent(spoken -> outcome.perform(
                        id -> voice.reply(
                                tools.caller(),
                                now.id(),
                                id,
                                shown.number(),
                                spoken.seq(),
                                text.getValue(),
                                heardBy.getValue()),
                        seq -> {
                            outcome.clear();
                            text.clear();
                            saved.accept(seq);
                        }));
    }
}
