package org.startex.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Exercise;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;

/**
 * The head of every screen of an exercise: name and screens, clock, state and pace, real time, the acts that run play, and no duff apart at the far
 * right. In the order of the page no duff comes first, so that it is the second stop of the keyboard.
 */
final class ExerciseHeader extends Header {
    private static final long serialVersionUID = 1L;

    private final transient ExerciseTools tools;
    private final ExerciseId id;
    private final H1 name = new H1();
    private final ClockFace clock = new ClockFace();
    private final Div state = Html.div("state");
    private final PlayControls controls;
    private final Button noDuff = new Button(Words.say("no-duff.open"), new Icon("noduff"));
    private @Nullable MenuItem tell;
    private @Nullable Anchor loggist;
    private @Nullable Anchor cards;
    private String shownState = "";

    ExerciseHeader(ExerciseTools tools, ExerciseId id, ExerciseTab here, LongConsumer saved, Runnable keys) {
        this.tools = tools;
        this.id = id;
        addClassName("exercise-top");
        noDuff.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_LARGE);
        noDuff.addClassName("nd");
        noDuff.addClickListener(click -> NoDuffDialog.ask(tools, id, saved));
        controls = new PlayControls(tools, id, saved);
        clock.add(state);
        name.addClassName("ell");
        Nav screens = new Nav();
        screens.addClassName("tabs");
        screens.getElement().setAttribute("aria-label", Words.say("exercise.screens"));
        for (ExerciseTab tab : ExerciseTab.values()) {
            Anchor link = new Anchor(tab.path(id), tab.word());
            if (tab == here) {
                link.getElement().setAttribute("aria-current", "page");
            }
            if (tab == ExerciseTab.CARDS) {
                cards = link;
            }
            if (tab == ExerciseTab.LOGGIST) {
                loggist = link;
            }
            screens.add(link);
        }
        add(noDuff, Html.div("id", name, screens), clock, Html.span("sp"), controls, more(saved, keys));
    }

    private MenuBar more(LongConsumer saved, Runnable keys) {
        MenuBar bar = new MenuBar();
        bar.addThemeName("edge large");
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        bar.addClassName("more");
        bar.getElement().setAttribute("aria-label", Words.say("more.label"));
        MenuItem more = bar.addItem(Html.span("row", Html.span("", Words.say("more")), new Icon("down")));
        more.setAriaLabel(Words.say("more.label"));
        more.getSubMenu()
                .addItem(
                        Words.say("wall.open"),
                        click -> getUI().ifPresent(ui -> ui.getPage().open(ExerciseNavigation.wall(id), "_blank")));
        tell = more.getSubMenu()
                .addItem(Words.say("situation.open"), click -> new SituationDialog(tools, id).ask(saved));
        more.getSubMenu().addItem(Words.say("workspace.exercises"), click -> go(""));
        more.getSubMenu().addItem(Words.say("workspace.library"), click -> go("library"));
        MenuItem appearance = more.getSubMenu().addItem(Words.say("appearance"));
        for (Appearance choice : Appearance.values()) {
            appearance.getSubMenu().addItem(choice.word(), click -> getUI().ifPresent(choice::choose));
        }
        more.getSubMenu().addItem(Words.say("keys.title"), click -> keys.run());
        more.getSubMenu().addItem(Words.say("sign-out"), click -> tools.signOut());
        return bar;
    }

    private void go(String path) {
        getUI().ifPresent(ui -> ui.navigate(path));
    }

    void show(Scene scene) {
        if (!scene.plan().title().equals(name.getText())) {
            name.setText(scene.plan().title());
            name.setTitle(scene.plan().title());
        }
        clock.show(scene);
        String now = scene.exercise().word() + scene.play().clock().pace();
        if (!now.equals(shownState)) {
            shownState = now;
            state.removeAll();
            state.add(StateChip.of(scene.exercise()), pace(scene));
        }
        controls.show(scene);
        if (loggist != null) {
            loggist.setVisible(logs(scene));
        }
        if (cards != null) {
            cards.setVisible(scene.plan().injects().stream()
                    .anyMatch(inject -> inject.voice().isPresent()));
        }
        if (tell != null) {
            tell.setVisible(SituationDialog.offered(scene));
        }
        noDuff.setVisible(
                !(scene.exercise() instanceof Exercise.Sealed) && scene.role().isPresent());
    }

    /** Whether the caller logs for others, or was logged for. */
    private boolean logs(Scene scene) {
        return scene.role().filter(role -> role == ExerciseRole.LOGGIST).isPresent()
                || (!scene.play().attestations().isEmpty()
                        && tools.conduct()
                                .standing(scene.caller(), id)
                                .filter(me -> scene.play().attestations().values().stream()
                                        .anyMatch(asked -> asked.maker().equals(me.participant())))
                                .isPresent());
    }

    private static Div pace(Scene scene) {
        return Html.div(
                "m s",
                Html.span("", Words.say("pace.is", scene.play().clock().pace().percent())));
    }

    /** What the keys press. */
    KeyMap keys(KeyMap map) {
        return map.key("F8", controls.toggle());
    }
}
