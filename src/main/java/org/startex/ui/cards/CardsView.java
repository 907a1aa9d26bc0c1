package org.startex.ui.cards;

import static org.startex.ui.cards.CardWords.TEXTS;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.CueCard;
import org.startex.conduct.VoiceService;
import org.startex.kernel.InjectNumber;
import org.startex.ui.EmptyState;
import org.startex.ui.ExerciseScreen;
import org.startex.ui.ExerciseTab;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.KeyMap;
import org.startex.ui.Outcome;
import org.startex.ui.Scene;
import org.startex.ui.Words;

/**
 * The cue cards of an exercise: the one in hand large, the others beside or beneath it. The card in hand stays until its reader takes another one; which is next to be said stands above it. Evaluators and observers see all
 * of it without the acts.
 */
@Route("exercise/:id/cards")
@PermitAll
@StyleSheet("context://app/cards.css")
class CardsView extends ExerciseScreen {
    private static final long serialVersionUID = 1L;
    private static final String CARD = "card";

    private final transient VoiceService voice;
    private final Outcome outcome = new Outcome();
    private final Button next = new Button("", new Icon("right"), click -> take());
    private final Span count = Html.span("m s", "");
    private final Button print = new Button(TEXTS.get("print"), click -> print());
    private final Div head = Html.div("cc-head noprint", count, Html.spring(), next, print);
    private final Div desk = Html.div("cuecards");
    private transient @Nullable Parts parts;
    private transient @Nullable InjectNumber shown;
    private transient @Nullable InjectNumber coming;
    private String wanted = "";

    private record Parts(CardPanel panel, CardList list, PaperCards paper, Div empty) {}

    CardsView(ExerciseTools tools, VoiceService voice) {
        super(tools, ExerciseTab.CARDS);
        this.voice = voice;
        outcome.addClassName("cc-told");
        next.addClassName("cc-next");
        print.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(CARD)
                .orElse("");
        super.beforeEnter(event);
    }

    @Override
    protected void fill(Main main, Scene scene) {
        Parts fresh = new Parts(
                new CardPanel(tools(), voice, this::saved),
                new CardList(this::open),
                new PaperCards(),
                Html.div("cc-none"));
        parts = fresh;
        shown = InjectNumber.isOne(wanted) ? new InjectNumber(wanted) : null;
        fresh.list().offer(scene.plan().places());
        fresh.empty()
                .add(Html.div(
                        "panel",
                        new EmptyState(
                                TEXTS.get("none"),
                                new Anchor("/library/" + scene.plan().slug(), TEXTS.get("none.next")))));
        desk.removeAll();
        desk.add(fresh.list(), fresh.panel());
        main.add(outcome, head, fresh.empty(), desk, fresh.paper());
    }

    @Override
    protected void keys(KeyMap map, Map<String, String> words) {
        if (parts != null) {
            map.key("/", parts.list().search());
            words.put("/", TEXTS.get("keys.find"));
            if (scene().filter(Scene::controls).isPresent()) {
                map.key("F9", parts.panel().button());
                words.put("F9", TEXTS.get("keys.speak"));
            }
        }
    }

    @Override
    protected void show(Scene scene) {
        Parts here = parts;
        if (here == null) {
            return;
        }
        List<CueCard> cards = CueCard.of(scene.play(), scene.now());
        here.empty().setVisible(cards.isEmpty());
        desk.setVisible(!cards.isEmpty());
        head.setVisible(!cards.isEmpty());
        if (cards.isEmpty()) {
            return;
        }
        Optional<CueCard> first = CueCard.next(cards);
        CueCard card = cards.stream()
                .filter(each -> each.number().equals(shown))
                .findFirst()
                .or(() -> first)
                .orElse(cards.getFirst());
        shown = card.number();
        long waiting = cards.stream()
                .filter(each -> each.state() == CueCard.State.TO_SPEAK)
                .count();
        count.setText(TEXTS.get("count", cards.size(), waiting));
        coming = first.map(CueCard::number)
                .filter(number -> !number.equals(card.number()))
                .orElse(null);
        next.setVisible(coming != null);
        first.ifPresent(each -> {
            String words = TEXTS.get("next", each.number(), each.title());
            next.setText(words);
            next.setAriaLabel(TEXTS.get("next.open", words));
        });
        here.panel().show(scene, card);
        here.list().show(scene, cards, card.number());
        here.paper().show(scene, cards);
    }

    private void take() {
        InjectNumber number = coming;
        if (number != null) {
            open(number);
        }
    }

    private void open(InjectNumber number) {
        shown = number;
        outcome.clear();
        scene().ifPresent(this::show);
        if (parts != null) {
            parts.panel().come();
        }
    }

    private void print() {
        getUI().ifPresent(ui -> ui.getPage().executeJs("window.print()"));
    }

    @Override
    protected void saved(long seq) {
        outcome.say(Words.say("act.saved", seq));
        refresh();
    }
}
