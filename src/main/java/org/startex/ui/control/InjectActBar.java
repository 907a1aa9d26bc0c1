package org.startex.ui.control;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Exercise;
import org.startex.conduct.InjectRow;
import org.startex.conduct.InjectState;
import org.startex.kernel.Texts;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Key;
import org.startex.ui.KeyMap;
import org.startex.ui.Outcome;
import org.startex.ui.Scene;
import org.startex.ui.Words;

/**
 * The acts that the selected inject allows as it stands: the one that sends it, the one that holds or releases it, and the others in a menu. What a
 * release or a putting back will do now is said on its button.
 */
final class InjectActBar extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-steering");
    private static final Texts KINDS = Texts.of("ui-kinds");
    private static final Texts CARDS = Texts.of("ui-cards");

    private final transient InjectActs acts;
    private final transient AmendActs amending;
    private final Button send = new Button();
    private final Button hold = new Button();
    private final Button putBack = new Button();
    private final Button correct = new Button();
    private final Button recall = new Button();
    private final MenuBar menu = new MenuBar();
    private final MenuItem because;
    private final MenuItem move;
    private final Div skipKey = opener();
    private final Div moveKey = opener();
    private final Outcome outcome = new Outcome();
    private transient @Nullable Scene scene;
    private transient @Nullable InjectRow row;

    InjectActBar(ExerciseTools tools, SavedLine saved) {
        acts = new InjectActs(tools, saved);
        amending = new AmendActs(tools, saved);
        addClassName("ac");
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setSuffixComponent(new Key("F9"));
        send.addClickListener(click -> with(acts::send));
        hold.setSuffixComponent(new Key("H"));
        hold.addClickListener(click -> holdOrRelease());
        putBack.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        putBack.setSuffixComponent(new Key("X"));
        putBack.addClickListener(click -> with(acts::putBack));
        correct.addClickListener(click -> with((now, selected, none) -> amending.correct(now, selected)));
        recall.addClickListener(click -> with((now, selected, none) -> amending.recall(now, selected)));
        menu.addThemeVariants(MenuBarVariant.LUMO_ICON);
        menu.getElement().setAttribute("aria-label", TEXTS.get("acts"));
        MenuItem more = menu.addItem(new Icon("more"));
        more.setAriaLabel(TEXTS.get("acts"));
        more.getSubMenu().addItem(item("skip.open", "X"), click -> skip());
        move = more.getSubMenu().addItem(item("move.open", "M"), click -> move());
        more.getSubMenu()
                .addItem(
                        TEXTS.get("readdress.open"),
                        click -> with((now, selected, none) -> amending.readdress(now, selected)));
        because = more.getSubMenu().addItem(TEXTS.get("hold.because"), click -> holdBecause());
        skipKey.addClickListener(click -> skip());
        moveKey.addClickListener(click -> move());
        add(send, putBack, hold, correct, recall, menu, skipKey, moveKey, outcome);
        setVisible(false);
    }

    private static Div item(String text, String key) {
        return Html.div("row", Html.span("", TEXTS.get(text)), Html.spring(), new Key(key));
    }

    /** A key has something to press where the act itself stands in a menu. */
    private static Div opener() {
        Div opener = Html.div("key-opener");
        opener.getElement().setAttribute("aria-hidden", "true");
        return opener;
    }

    /** Says which keys press what here. */
    void keys(KeyMap map, Map<String, String> words) {
        map.key("F9", send).key("h", hold).key("x", skipKey).key("m", moveKey);
        words.put("F9", Words.say("keys.primary"));
        words.put("H", TEXTS.get("keys.hold"));
        words.put("X", TEXTS.get("keys.skip"));
        words.put("M", TEXTS.get("keys.move"));
    }

    /** Forgets what was said of another inject. */
    void other() {
        outcome.clear();
    }

    void nothing() {
        row = null;
        setVisible(false);
    }

    void show(Scene now, InjectRow selected) {
        scene = now;
        row = selected;
        boolean plays = now.exercise() instanceof Exercise.Running || now.exercise() instanceof Exercise.Paused;
        boolean steers = now.controls() && !selected.sent() && (plays || now.exercise() instanceof Exercise.Planned);
        boolean skipped = selected.state() == InjectState.SKIPPED;
        boolean held = selected.state() == InjectState.HELD;
        boolean amends = now.controls() && plays && selected.sent() && selected.state() != InjectState.RECALLED;
        setVisible(steers || amends || outcome.getChildren().findAny().isPresent());
        send.setVisible(steers && plays && !skipped);
        say(send, Words.say("send.number", selected.number().value()));
        boolean byHand = selected.kind().byHand() && !selected.sent();
        boolean moves = selected.kind().hasTime();
        hold.setVisible(steers && !skipped && !byHand);
        say(hold, held ? release(now, selected) : TEXTS.get("hold"));
        putBack.setVisible(steers && skipped);
        say(putBack, putBack(now, selected));
        correct.setVisible(amends);
        say(correct, TEXTS.get("correct.open", selected.number()));
        recall.setVisible(amends);
        say(recall, TEXTS.get("recall.open", selected.number()));
        menu.setVisible(steers && !skipped);
        because.setVisible(!held && !byHand);
        move.setVisible(moves);
        skipKey.setVisible(steers);
        moveKey.setVisible(steers && !skipped && moves);
    }

    private static void say(Button button, String words) {
        if (!button.getText().equals(words)) {
            button.setText(words);
        }
    }

    private static String release(Scene now, InjectRow selected) {
        if (!selected.inTime()) {
            return KINDS.get("release.waits");
        }
        if (InjectActs.ahead(now, selected.at())) {
            return TEXTS.get("release.due", now.clock().minutes(selected.at()));
        }
        return InjectActs.awaitsVoice(now, selected) ? CARDS.get("release.speak") : TEXTS.get("release.sends");
    }

    private static String putBack(Scene now, InjectRow selected) {
        boolean held = !InjectActs.ahead(now, selected.at())
                || now.play()
                        .handling(selected.number())
                        .flatMap(handling -> handling.held())
                        .isPresent();
        if (!held && !selected.inTime()) {
            return KINDS.get("put-back.waits", selected.number());
        }
        return held
                ? TEXTS.get("put-back.held", selected.number())
                : TEXTS.get("put-back.due", selected.number(), now.clock().minutes(selected.at()));
    }

    private void holdOrRelease() {
        with(row != null && row.state() == InjectState.HELD ? acts::release : acts::hold);
    }

    private void skip() {
        if (row != null && row.state() == InjectState.SKIPPED) {
            with(acts::putBack);
        } else {
            with((now, selected, none) -> acts.skip(now, selected));
        }
    }

    private void move() {
        with((now, selected, none) -> acts.move(now, selected));
    }

    private void holdBecause() {
        with((now, selected, none) -> acts.holdBecause(now, selected));
    }

    /** An act on the selected inject. */
    private interface Act {
        void on(Scene scene, InjectRow row, Outcome outcome);
    }

    private void with(Act act) {
        Scene now = scene;
        InjectRow selected = row;
        if (now != null && selected != null) {
            act.on(now, selected, outcome);
        }
    }
}
