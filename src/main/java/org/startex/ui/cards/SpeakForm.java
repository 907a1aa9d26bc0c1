package org.startex.ui.cards;

import static org.startex.ui.cards.CardWords.TEXTS;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.CueCard;
import org.startex.conduct.VoiceService;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Filters;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Outcome;
import org.startex.ui.Scene;

/** One large button: delivered by voice. When it was not said just now, or by somebody else, that is said first, in what is folded beneath. */
final class SpeakForm extends Div {
    private static final long serialVersionUID = 1L;

    private final transient ExerciseTools tools;
    private final transient VoiceService voice;
    private final transient LongConsumer saved;
    private final Button say = new Button(TEXTS.get("speak"), new Icon("phone"), click -> say());
    private final Filters<SaidAgo> ago =
            new Filters<>(TEXTS.get("speak.when"), SaidAgo.class, SaidAgo.NOW, chosen -> name());
    private final TextField speaker = new TextField(TEXTS.get("speak.by"));
    private final Details other = new Details(TEXTS.get("speak.other"), Html.div("stack", ago, speaker));
    private final Paragraph means = new Paragraph();
    private final Outcome outcome = new Outcome();
    private transient @Nullable Scene scene;
    private transient @Nullable CueCard card;

    SpeakForm(ExerciseTools tools, VoiceService voice, LongConsumer saved) {
        this.tools = tools;
        this.voice = voice;
        this.saved = saved;
        addClassNames("cc-act", "cc-tick", "noprint");
        say.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        say.addClassName("cc-say");
        speaker.setMaxLength(120);
        speaker.setHelperText(TEXTS.get("speak.by.help"));
        means.addClassNames("m", "s");
        ago.label(each -> switch (each) {
            case NOW -> TEXTS.get("ago.now");
            case ONE, TWO, FIVE, TEN, THIRTY -> TEXTS.get("ago", each.minutes());
        });
        add(outcome, say, means, other);
    }

    Button button() {
        return say;
    }

    void show(Scene now, CueCard shown) {
        CueCard before = card;
        if (before == null || !before.number().equals(shown.number())) {
            outcome.clear();
            speaker.clear();
            ago.choose(SaidAgo.NOW);
            other.setOpened(false);
        }
        scene = now;
        card = shown;
        means.setText(TEXTS.get(shown.onPage() ? "speak.on-page" : "speak.sends"));
        name();
    }

    private void name() {
        SaidAgo when = ago.chosen();
        say.setText(when == SaidAgo.NOW ? TEXTS.get("speak") : TEXTS.get("speak.ago", when.minutes()));
    }

    private void say() {
        Scene now = scene;
        CueCard shown = card;
        if (now == null || shown == null) {
            return;
        }
        Instant spokenAt = tools.now().minus(Duration.ofMinutes(ago.chosen().minutes()));
        outcome.explaining(reason -> CardWords.refusal(tools, now.id(), shown.number(), reason));
        outcome.perform(
                id -> voice.spoken(tools.caller(), now.id(), id, shown.number(), speaker.getValue(), spokenAt), seq -> {
                    outcome.clear();
                    saved.accept(seq);
                });
    }
}
