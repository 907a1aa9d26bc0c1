package org.startex.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import org.startex.conduct.ControlBoard;
import org.startex.conduct.Exercise;
import org.startex.conduct.PauseCause;
import org.startex.conduct.StandingStill;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.Texts;
import org.startex.ledger.Answer;
import org.startex.people.Caller;

/** The acts that run play: STARTEX, pause and resume, pace, ENDEX. For controllers; others do not see them. */
final class PlayControls extends Div {
    private static final long serialVersionUID = 1L;

    private static final Texts TEXTS = Texts.of("ui-safety");

    private final transient ExerciseTools tools;
    private final ExerciseId id;
    private final transient LongConsumer saved;
    private final Button start = new Button(Words.say("start"), new Icon("play"));
    private final Button toggle = new Button();
    private final Button pace = new Button(Words.say("pace.open"));
    private final Button end = new Button(Words.say("end.open"));
    private final Outcome outcome = new Outcome();
    private boolean running;
    private int percent = 100;
    private int toCome;
    private int open;

    PlayControls(ExerciseTools tools, ExerciseId id, LongConsumer saved) {
        this.tools = tools;
        this.id = id;
        this.saved = saved;
        addClassName("controls");
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        for (Button button : new Button[] {start, toggle, pace, end}) {
            button.addThemeVariants(ButtonVariant.LUMO_LARGE);
            button.setVisible(false);
        }
        start.addClickListener(click -> start());
        toggle.addClickListener(click -> press());
        pace.addClickListener(click -> new PaceDialog(percent)
                .ask((act, chosen) -> tools.conduct().changePace(tools.caller(), id, act, chosen), saved));
        end.addClickListener(click -> end());
        setVisible(false);
        add(outcome, start, toggle, pace, end);
    }

    Button toggle() {
        return toggle;
    }

    void show(Scene scene) {
        setVisible(scene.controls());
        if (!scene.controls()) {
            return;
        }
        Exercise exercise = scene.exercise();
        boolean runs = exercise instanceof Exercise.Running;
        boolean inPlay = runs || exercise instanceof Exercise.Paused;
        start.setVisible(exercise instanceof Exercise.Planned);
        toggle.setVisible(inPlay && !waitsForMove(exercise));
        pace.setVisible(inPlay || exercise instanceof Exercise.Planned);
        end.setVisible(inPlay);
        if (runs != running || toggle.getText().isEmpty()) {
            running = runs;
            toggle.setText(Words.say(runs ? "pause" : "resume"));
            toggle.setIcon(new Icon(runs ? "pause" : "play"));
            toggle.setSuffixComponent(new Key("F8"));
            toggle.setThemeName("large" + (runs ? "" : " primary"));
        }
        pace.setVisible(inPlay);
        percent = scene.play().clock().pace().percent();
        ControlBoard board = ControlBoard.of(scene.play(), java.util.Map.of(), scene.now());
        toCome = board.toCome();
        open = org.startex.conduct.AcknowledgementTimes.of(scene.play(), scene.now())
                .open();
    }

    /** Then the facilitator begins the next move instead. */
    private static boolean waitsForMove(Exercise exercise) {
        return exercise instanceof Exercise.Paused paused && paused.cause() == PauseCause.MOVE_ENDED;
    }

    private void start() {
        send((caller, act) -> tools.conduct().start(caller, id, act));
    }

    /** After an outage it is asked what becomes of the injects that waited. */
    private void press() {
        boolean wasRunning = running;
        Optional<Scene> scene = wasRunning ? Optional.empty() : tools.scene(id);
        Optional<StandingStill> still = scene.flatMap(now -> StandingStill.of(now.exercise(), now.now()));
        if (scene.isPresent() && still.isPresent()) {
            WaitedChoice waited = new WaitedChoice(scene.get(), still.get());
            new ActDialog(TEXTS.get("waited.resume"), Words.say("resume"))
                    .explain(TEXTS.get("waited.outage"))
                    .with(waited)
                    .primary()
                    .ask(
                            (act, none) -> tools.safety()
                                    .resume(tools.caller(), id, act, waited.choice(), waited.laterMicros()),
                            saved);
            return;
        }
        send((caller, act) -> wasRunning
                ? tools.conduct().pause(caller, id, act, "")
                : tools.conduct().resume(caller, id, act));
    }

    private void send(BiFunction<Caller, ClientId, CompletableFuture<Answer>> act) {
        Caller caller = tools.caller();
        outcome.perform(clientId -> act.apply(caller, clientId), seq -> {
            outcome.clear();
            saved.accept(seq);
        });
    }

    private void end() {
        new ActDialog(Words.say("end.title"), Words.say("end.act"))
                .explain(Words.say("end.explain", toCome, open))
                .with(tools.scene(id).map(OpenRequests::new).stream().toArray(Component[]::new))
                .reason(Words.say("end.reason"), false)
                .ask((act, why) -> tools.conduct().end(tools.caller(), id, act, why), saved);
    }
}
