package org.startex.ui.cards;

import static org.startex.ui.cards.CardWords.TEXTS;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.CueCard;
import org.startex.conduct.Exercise;
import org.startex.conduct.VoiceService;
import org.startex.ui.Channels;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Markdown;
import org.startex.ui.Outcome;
import org.startex.ui.Scene;

/** One card, large: whom to call, as whom, what to say, what to listen for; then the tick, and what was answered. */
final class CardPanel extends Section {
    private static final long serialVersionUID = 1L;

    private final transient ExerciseTools tools;
    private final transient VoiceService voice;
    private final transient LongConsumer saved;
    private final Div card = Html.div("cc-card");
    private final Div said = Html.div("cc-said");
    private final SpeakForm speak;
    private final ReplyForm reply;
    private final Outcome outcome = new Outcome();
    private final H2 heading = new H2();
    private transient @Nullable Object drawn;

    CardPanel(ExerciseTools tools, VoiceService voice, LongConsumer saved) {
        this.tools = tools;
        this.voice = voice;
        this.saved = saved;
        speak = new SpeakForm(tools, voice, saved);
        reply = new ReplyForm(tools, voice, saved);
        heading.setId("cue-card");
        heading.getElement().setAttribute("tabindex", "-1");
        addClassNames("panel", "cc-now");
        getElement().setAttribute("aria-labelledby", "cue-card");
        add(card, said, outcome, speak, reply);
    }

    /** What says that it was said. */
    Button button() {
        return speak.button();
    }

    /** Shows a card; the same again touches nothing that somebody is writing or pressing. */
    void show(Scene scene, CueCard shown) {
        boolean plays = scene.exercise() instanceof Exercise.Running || scene.exercise() instanceof Exercise.Paused;
        boolean acts = scene.controls() && plays;
        Object now = List.of(
                shown, acts, shown.late(scene.elapsed()), scene.exercise().word());
        if (!now.equals(drawn)) {
            drawn = now;
            draw(scene, shown, acts);
        }
        speak.setVisible(acts && shown.state() != CueCard.State.SPOKEN && shown.state() != CueCard.State.LEFT_OUT);
        speak.show(scene, shown);
        reply.setVisible(scene.controls()
                && shown.state() == CueCard.State.SPOKEN
                && (plays || scene.exercise() instanceof Exercise.Closing));
        reply.show(scene, shown);
    }

    /** Brings the card into view, for the keyboard too. */
    void come() {
        heading.getElement().callJsFunction("scrollIntoView");
        heading.getElement().callJsFunction("focus");
    }

    private void draw(Scene scene, CueCard shown, boolean acts) {
        outcome.clear();
        heading.setText(TEXTS.get("card.heading", shown.number(), shown.title()));
        card.removeAll();
        card.add(
                Html.div("row wrap", CardWords.chip(scene, shown), Html.span("extag", TEXTS.get("paper.exercise"))),
                heading,
                who(scene, shown),
                Html.div(
                        "cc-script",
                        Html.p("cc-label", TEXTS.get("card.say")),
                        Markdown.of(shown.script().script())));
        if (!shown.script().answer().isEmpty()) {
            card.add(Html.div(
                    "cc-answer",
                    Html.p("cc-label", TEXTS.get("card.answer")),
                    Html.p("", shown.script().answer())));
        }
        CardWords.waitsFor(scene, shown)
                .filter(words -> !shown.onPage() && shown.spoken().isEmpty())
                .ifPresent(words -> card.add(Html.p("s", words)));
        if (!shown.notes().isBlank()) {
            card.add(new Details(TEXTS.get("card.notes"), Html.div("s", Markdown.of(shown.notes()))));
        }
        said.removeAll();
        shown.spoken().ifPresent(spoken -> said(scene, shown, spoken, acts));
        said.setVisible(said.getComponentCount() > 0);
    }

    private static Component who(Scene scene, CueCard shown) {
        DescriptionList list = new DescriptionList();
        list.addClassName("cc-who");
        list.add(
                term("card.call"),
                new DescriptionList.Description(
                        new Icon(Channels.icon(shown.channel())),
                        Html.span("", shown.script().call())),
                term("card.as"),
                new DescriptionList.Description(shown.script().as()),
                term("card.for"),
                new DescriptionList.Description(scene.addressees(shown.to())));
        return list;
    }

    private static DescriptionList.Term term(String key) {
        return new DescriptionList.Term(TEXTS.get(key));
    }

    private void said(Scene scene, CueCard shown, CueCard.Spoken spoken, boolean acts) {
        said.add(Html.p("b", CardWords.said(scene, spoken)));
        List<CueCard.Reply> replies = shown.replies();
        for (int i = 0; i < replies.size(); i++) {
            boolean last = i == replies.size() - 1;
            String heard = CardWords.heard(scene, replies.get(i));
            Div answer = Html.div(
                    "cc-reply",
                    Html.p("cc-text", replies.get(i).words().text()),
                    Html.p("m xs", last ? heard : TEXTS.get("reply.corrected", heard)));
            answer.setClassName("was", !last);
            said.add(answer);
        }
        if (acts && replies.isEmpty()) {
            Button undo = new Button(TEXTS.get("undo"), new Icon("undo"), click -> undo(scene, shown, spoken));
            undo.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            undo.addClassName("noprint");
            said.add(Html.div("row", undo));
        }
    }

    private void undo(Scene scene, CueCard shown, CueCard.Spoken spoken) {
        outcome.perform(id -> voice.undo(tools.caller(), scene.id(), id, shown.number(), spoken.seq()), saved);
    }
}
