package org.startex.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.shared.Registration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.startex.conduct.Exercise;
import org.startex.conduct.Marking;
import org.startex.kernel.ExerciseId;
import org.startex.people.NotAllowed;

/**
 * The frame of every screen of an exercise: marking above and below, the header with the clock, no duff over everything, and a fresh look whenever
 * the record grows. A screen fills it when it is first entered and shows each {@link Scene} it is given. While the record cannot be read, what was
 * last known stays, dimmed and with its time, and no act is offered on it.
 */
public abstract class ExerciseScreen extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ExerciseScreen.class);

    private final transient ExerciseTools tools;
    private final String word;
    private final @Nullable ExerciseTab tab;
    private final Main main = new Main();
    private final Div stale = Html.div("stale");
    private @Nullable ExerciseId id;
    private @Nullable ExerciseHeader header;
    private @Nullable MarkingTape tape;
    private transient @Nullable Marking marked;
    private @Nullable NoDuffScreen noDuff;
    private @Nullable Registration listening;
    private @Nullable Registration sitting;
    private transient @Nullable Scene last;

    protected ExerciseScreen(ExerciseTools tools, ExerciseTab tab) {
        this(tools, tab.word(), tab);
    }

    /** A screen to be looked at from afar: without the header and its acts. */
    protected ExerciseScreen(ExerciseTools tools, String word) {
        this(tools, word, null);
    }

    private ExerciseScreen(ExerciseTools tools, String word, @Nullable ExerciseTab tab) {
        this.tools = tools;
        this.word = word;
        this.tab = tab;
        addClassNames("shell", "exercise-screen");
        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        stale.getElement().setAttribute("role", "status");
        stale.setVisible(false);
    }

    /** Builds the screen for an exercise; called once for each. */
    protected abstract void fill(Main main, Scene scene);

    /** Shows how things stand. */
    protected abstract void show(Scene scene);

    /** Says in the screen's fixed place that an act is saved. */
    protected abstract void saved(long seq);

    /** Adds the screen's own keys, with what they do. */
    protected void keys(KeyMap map, Map<String, String> words) {}

    protected ExerciseTools tools() {
        return tools;
    }

    /** The exercise as it was last seen. */
    protected Optional<Scene> scene() {
        return Optional.ofNullable(last);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        last = null;
        header = null;
        noDuff = null;
        try {
            id = ExerciseId.of(event.getRouteParameters().get("id").orElse(""));
            Optional<Scene> found = tools.scene(id);
            if (found.isPresent()) {
                build(found.get());
            } else {
                nothing("exercise.none", "exercise.none.why");
            }
        } catch (IllegalArgumentException noId) {
            nothing("exercise.none", "exercise.none.why");
        } catch (NotAllowed notAllowed) {
            nothing("exercise.not-yours", "exercise.not-yours.why");
        } catch (RuntimeException away) {
            LOG.warn("an exercise could not be read: {}", away.getClass().getSimpleName());
            nothing("exercise.away", "exercise.away.why");
        }
    }

    private void nothing(String heading, String why) {
        id = null;
        removeAll();
        add(Html.div(
                "page narrow",
                new Logo(),
                new H1(Words.say(heading)),
                new EmptyState(Words.say(why), new Anchor("/", Words.say("exercise.to-list")))));
    }

    private void build(Scene scene) {
        last = scene;
        main.removeAll();
        fill(main, scene);
        MarkingTape words = new MarkingTape(
                scene.plan().title(), scene.plan().codeWord(), scene.plan().marking());
        tape = words;
        marked = scene.plan().marked();
        if (tab == null) {
            add(words, stale, main, MarkingTape.thin());
        } else {
            headed(scene, tab, words);
        }
        draw(scene);
    }

    private void headed(Scene scene, ExerciseTab here, MarkingTape tape) {
        Map<String, String> words = new LinkedHashMap<>();
        ExerciseHeader top =
                new ExerciseHeader(tools, scene.id(), here, this::saved, () -> new KeysDialog(words).open());
        header = top;
        KeyMap map = new KeyMap();
        if (scene.controls()) {
            top.keys(map);
            words.put("F8", Words.say("keys.pause"));
        }
        keys(map, words);
        words.put("J K", Words.say("keys.move"));
        words.put("Ctrl Enter", Words.say("keys.send"));
        words.put("?", Words.say("keys.this"));
        Div opensKeys = Html.div("keys-opener");
        opensKeys.addClickListener(click -> new KeysDialog(words).open());
        opensKeys.getElement().setAttribute("aria-hidden", "true");
        map.key("?", opensKeys);
        add(Html.skip("main", Words.say("skip.main")), tape, top, stale, main, MarkingTape.thin(), map, opensKeys);
    }

    /** Before STARTEX the marking may change beneath a screen. */
    private void mark(Scene scene) {
        Marking now = scene.plan().marked();
        if (tape != null && !now.equals(marked)) {
            marked = now;
            tape.say(scene.plan().title(), now.codeWord(), now.text());
        }
    }

    private void draw(Scene scene) {
        mark(scene);
        if (header != null) {
            header.show(scene);
        }
        show(scene);
        noDuff(scene);
        getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
    }

    private void noDuff(Scene scene) {
        if (scene.exercise() instanceof Exercise.Stopped stopped) {
            NoDuffScreen shown = noDuff;
            if (shown == null || !shown.shows(stopped)) {
                if (shown != null) {
                    remove(shown);
                }
                shown = new NoDuffScreen(tools, scene, stopped, tab != null);
                noDuff = shown;
                inert(true);
                add(shown);
            }
            shown.show(scene, stopped);
        } else if (noDuff != null) {
            remove(noDuff);
            noDuff = null;
            inert(false);
        }
    }

    private void inert(boolean inert) {
        getChildren().filter(child -> !(child instanceof NoDuffScreen)).forEach(child -> inert(child, inert));
    }

    private static void inert(Component child, boolean inert) {
        child.getElement().setAttribute("inert", inert);
    }

    /** Looks again. */
    protected final void refresh() {
        ExerciseId here = id;
        if (here == null) {
            return;
        }
        try {
            tools.scene(here).ifPresent(scene -> {
                last = scene;
                fresh();
                draw(scene);
            });
        } catch (NotAllowed noLonger) {
            removeAll();
            nothing("exercise.not-yours", "exercise.not-yours.why");
        } catch (RuntimeException away) {
            LOG.warn("an exercise could not be read: {}", away.getClass().getSimpleName());
            dim();
        }
    }

    private void dim() {
        Scene known = last;
        if (known != null && !stale.isVisible()) {
            stale.removeAll();
            stale.add(Notice.problem(Words.say("stale", known.clock().seconds(known.elapsed()))));
            stale.setVisible(true);
            main.addClassName("dimmed");
            inert(main, true);
        }
    }

    private void fresh() {
        if (stale.isVisible()) {
            stale.setVisible(false);
            main.removeClassName("dimmed");
            inert(main, noDuff != null);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ExerciseId here = id;
        if (here != null) {
            listening = tools.ear().listen(here, event.getUI(), this::refresh);
            sit(here, event.getUI());
        }
    }

    private void sit(ExerciseId here, UI ui) {
        ExerciseTab screen = tab;
        if (screen != null) {
            tools.conduct().standing(tools.caller(), here).ifPresent(standing -> {
                Registration seat = tools.staff().sit(here, ui, standing.participant(), screen);
                Registration acts = ComponentUtil.addListener(
                        ui, ActUnderWay.class, act -> tools.staff().does(ui, act.words()));
                sitting = Registration.combine(acts, seat);
            });
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listening != null) {
            listening.remove();
            listening = null;
        }
        if (sitting != null) {
            sitting.remove();
            sitting = null;
        }
    }

    @Override
    public String getPageTitle() {
        Scene scene = last;
        if (scene == null) {
            return Words.say("title", Words.say("exercise.none"));
        }
        String title = Words.say("title", word + ": " + scene.plan().title());
        return Words.say(scene.exercise() instanceof Exercise.Stopped ? "title.no-duff" : "title.exercise", title);
    }
}
