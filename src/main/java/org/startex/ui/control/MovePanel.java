package org.startex.ui.control;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Discussion;
import org.startex.conduct.Exercise;
import org.startex.conduct.Moves;
import org.startex.conduct.OpenQuestion;
import org.startex.conduct.PassedOver;
import org.startex.conduct.PauseCause;
import org.startex.kernel.ClientId;
import org.startex.kernel.Texts;
import org.startex.ledger.Answer;
import org.startex.people.Caller;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.MoveWords;
import org.startex.ui.Outcome;
import org.startex.ui.Scene;
import org.startex.ui.TimeLeft;

/** The move of a facilitated exercise: what comes next with the one act that begins it, its discussion with the timer, and what each table has answered. */
final class MovePanel extends Section {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-moves");
    private static final int MORE_MINUTES = 5;

    /** What the upper part depends on; it stays as it is while none of this changes. */
    private record Shown(
            int begun, boolean waits, boolean acts, Optional<Discussion> discussion, String next, int left) {}

    private final transient ExerciseTools tools;
    private final transient SavedLine saved;
    private final H2 heading = new H2();
    private final Paragraph now = new Paragraph();
    private final Div next = Html.div("row wrap");
    private final Div talk = Html.div("row wrap");
    private final Div answers = Html.div("asked");
    private final Outcome outcome = new Outcome();
    private final transient List<QuestionBox> boxes = new ArrayList<>();
    private transient @Nullable Shown shown;
    private transient @Nullable Scene scene;

    MovePanel(ExerciseTools tools, SavedLine saved) {
        this.tools = tools;
        this.saved = saved;
        addClassNames("panel", "move", "page-next");
        heading.setId("move-heading");
        getElement().setAttribute("aria-labelledby", "move-heading");
        now.addClassNames("move-now");
        add(Html.div("ph", heading), Html.div("move-body", now, outcome, next, talk, answers));
        setVisible(false);
    }

    void show(Scene seen) {
        scene = seen;
        Moves moves = seen.play().schedule().moves();
        setVisible(seen.plan().facilitated());
        if (!seen.plan().facilitated()) {
            return;
        }
        int begun = moves.begun();
        boolean inPlay = seen.exercise() instanceof Exercise.Running || seen.exercise() instanceof Exercise.Paused;
        boolean waits = seen.exercise() instanceof Exercise.Paused paused && paused.cause() == PauseCause.MOVE_ENDED;
        int all = seen.play().schedule().phases().size();
        Shown wanted = new Shown(
                begun,
                waits,
                seen.controls() && inPlay,
                moves.discussion(),
                begun < all ? MoveWords.title(seen, begun + 1) : "",
                seen.play().questions(begun).size() - moves.questions(begun).size());
        if (!wanted.equals(shown)) {
            shown = wanted;
            draw(seen, wanted, all);
        }
        answers(seen, moves);
    }

    private void draw(Scene seen, Shown wanted, int all) {
        heading.setText(wanted.begun() == 0 ? TEXTS.get("panel.none") : TEXTS.get("panel.title", wanted.begun(), all));
        now.setText(wanted.begun() == 0 ? TEXTS.get("panel.before") : MoveWords.title(seen, wanted.begun()));
        next.removeAll();
        talk.removeAll();
        if (wanted.waits()) {
            next.add(Html.p("m s", TEXTS.get("panel.waits")));
        }
        if (wanted.acts() && wanted.next().isEmpty()) {
            next.add(Html.p("m s", TEXTS.get("panel.last")));
        } else if (wanted.acts()) {
            Button begin = new Button(TEXTS.get("begin", wanted.next()), new Icon("play"), click -> begin(wanted));
            begin.addThemeVariants(ButtonVariant.LUMO_SMALL);
            if (wanted.waits()) {
                begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            }
            next.add(begin);
        }
        discussion(seen, wanted);
    }

    private void discussion(Scene seen, Shown wanted) {
        Optional<Discussion> open = wanted.discussion().filter(discussion -> !discussion.closed());
        open.ifPresent(discussion -> talk.add(Html.span(
                "move-time",
                Html.span("m s", TEXTS.get("time.left")),
                new TimeLeft(discussion.until(), TEXTS.get("time.up")))));
        if (open.isEmpty() && wanted.discussion().isPresent()) {
            talk.add(Html.p("m s", TEXTS.get("closed")));
        }
        if (!wanted.acts()) {
            return;
        }
        if (!seen.play().questions(wanted.begun()).isEmpty() && (open.isEmpty() || wanted.left() > 0)) {
            talk.add(small(
                    TEXTS.get(wanted.discussion().isEmpty() ? "open" : "open.again"),
                    () -> new OpenDiscussionDialog(tools, current(), saved).open()));
        }
        open.ifPresent(discussion -> {
            talk.add(small(
                    TEXTS.get("extend", MORE_MINUTES),
                    () -> send((caller, id) -> tools.facilitation()
                            .extendDiscussion(caller, current().id(), id, discussion.until(), MORE_MINUTES))));
            talk.add(small(
                    TEXTS.get("close"),
                    () -> send((caller, id) -> tools.facilitation()
                            .closeDiscussion(caller, current().id(), id))));
        });
    }

    private static Button small(String text, Runnable act) {
        Button button = new Button(text, click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    private Scene current() {
        Scene known = scene;
        if (known == null) {
            throw new IllegalStateException("nothing shown yet");
        }
        return known;
    }

    /** At the end of a move there is nothing to ask; before it, the facilitator says what becomes of the rest. */
    private void begin(Shown wanted) {
        Scene seen = current();
        if (wanted.waits()
                && seen.play()
                        .moveEnd()
                        .map(seen.play()::passedBefore)
                        .orElse(List.of())
                        .isEmpty()) {
            send((caller, id) ->
                    tools.facilitation().beginMove(caller, seen.id(), id, wanted.begun() + 1, PassedOver.HOLD, ""));
        } else {
            new BeginMoveDialog(tools, seen, saved).open();
        }
    }

    private void send(BiFunction<Caller, ClientId, CompletableFuture<Answer>> act) {
        Caller caller = tools.caller();
        outcome.perform(id -> act.apply(caller, id), seq -> {
            outcome.clear();
            saved.saved(seq);
        });
    }

    private void answers(Scene seen, Moves moves) {
        List<OpenQuestion> questions = moves.questions(moves.begun());
        if (!boxes.stream().map(QuestionBox::question).toList().equals(questions)) {
            answers.removeAll();
            boxes.clear();
            questions.forEach(question -> boxes.add(new QuestionBox(question)));
            boxes.forEach(answers::add);
        }
        boxes.forEach(box -> box.show(seen));
    }
}
