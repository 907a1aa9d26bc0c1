package org.startex.ui.cards;

import static org.startex.ui.cards.CardWords.TEXTS;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.CueCard;
import org.startex.conduct.Marking;
import org.startex.ui.Channels;
import org.startex.ui.Html;
import org.startex.ui.Markdown;
import org.startex.ui.Scene;
import org.startex.ui.Words;

/** All cards as they are printed before the day, two to a page, for halls that lose their power: each with its marking, and lines to write on. Not on the screen. */
final class PaperCards extends Div {
    private static final long serialVersionUID = 1L;

    private transient @Nullable List<CueCard> drawn;
    private transient @Nullable Marking marked;

    PaperCards() {
        addClassName("cc-paper");
        getElement().setAttribute("aria-hidden", "true");
    }

    void show(Scene scene, List<CueCard> cards) {
        List<CueCard> wanted = cards.stream()
                .filter(card -> card.state() != CueCard.State.LEFT_OUT)
                .toList();
        Marking marking = scene.plan().marked();
        if (wanted.equals(drawn) && marking.equals(marked)) {
            return;
        }
        drawn = wanted;
        marked = marking;
        removeAll();
        wanted.forEach(card -> add(paper(scene, card)));
    }

    private static Article paper(Scene scene, CueCard card) {
        Article paper = new Article();
        paper.add(
                Html.p(
                        "cc-mark",
                        TEXTS.get(
                                "paper.marking",
                                scene.plan().marking(),
                                scene.plan().codeWord())),
                Html.p("cc-when", when(scene, card)),
                new H3(TEXTS.get("card.heading", card.number(), card.title())),
                Html.p(
                        "",
                        TEXTS.get(
                                "paper.call",
                                Channels.word(card.channel()),
                                card.script().call(),
                                card.script().as())),
                Markdown.of(card.script().script()));
        if (!card.script().answer().isEmpty()) {
            paper.add(Html.p("cc-good", TEXTS.get("paper.answer", card.script().answer())));
        }
        paper.add(
                Html.p(
                        "cc-write",
                        card.spoken()
                                .map(spoken -> CardWords.said(scene, spoken))
                                .orElseGet(() -> TEXTS.get("paper.said"))),
                Html.p(
                        "cc-write cc-last",
                        card.replies().isEmpty()
                                ? TEXTS.get("paper.reply")
                                : TEXTS.get(
                                        "paper.replied",
                                        card.replies().getLast().words().text())),
                Html.p(
                        "cc-mark",
                        TEXTS.get(
                                "paper.foot",
                                Words.say("marking.exercise"),
                                scene.plan().title())));
        return paper;
    }

    private static String when(Scene scene, CueCard card) {
        return card.time()
                .map(time -> TEXTS.get("paper.at", scene.clock().minutes(time)))
                .or(() -> CardWords.waitsFor(scene, card))
                .orElse("");
    }
}
