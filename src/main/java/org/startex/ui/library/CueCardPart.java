package org.startex.ui.library;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import org.startex.kernel.Channel;
import org.startex.kernel.Texts;
import org.startex.scenario.VoiceScript;
import org.startex.ui.Channels;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Markdown;

/** The cue card of an inject that a controller speaks: whom to call, as whom, what to say and what to listen for. */
@StyleSheet("context://app/cards.css")
final class CueCardPart extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-cards");

    CueCardPart(Channel channel, VoiceScript voice) {
        addClassNames("stack", "s", "cue-card-part");
        DescriptionList who = new DescriptionList();
        who.addClassName("facts");
        who.add(
                term("card.call"),
                new DescriptionList.Description(new Icon(Channels.icon(channel)), Html.span("", voice.call())),
                term("card.as"),
                new DescriptionList.Description(voice.as()));
        add(
                new H3(TEXTS.get("library.card")),
                who,
                Html.div("cc-script", Html.p("cc-label", TEXTS.get("card.say")), Markdown.of(voice.script())));
        if (!voice.answer().isEmpty()) {
            add(Html.div("cc-answer", Html.p("cc-label", TEXTS.get("card.answer")), Html.p("", voice.answer())));
        }
        if (voice.awaited()) {
            add(Html.p("m", TEXTS.get("library.awaited")));
        }
    }

    private static DescriptionList.Term term(String key) {
        return new DescriptionList.Term(TEXTS.get(key));
    }
}
