package org.startex.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.startex.kernel.Addressee;
import org.startex.kernel.CellCode;
import org.startex.kernel.Channel;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Draft;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Ruling;

/** An exercise played against the pure rules alone: time is moved by hand and every accepted fact is kept. */
public final class Played {
    public static final Instant START = Instant.parse("2026-05-14T08:00:00Z");
    public static final CellCode TACTICAL = new CellCode("tactical");
    public static final CellCode REST_CENTRE = new CellCode("rest-centre");

    public final ParticipantId director = ParticipantId.random();
    public final ParticipantId okafor = ParticipantId.random();
    public final ParticipantId price = ParticipantId.random();
    public final List<LedgerEntry> record = new ArrayList<>();
    public Exercise state = new Exercise.Unplanned(ExerciseId.random());
    public Instant now = START;
    public Instant lastAlive = START;

    /** Planned, with a player in each of two cells; injects 1 to n fall due each five minutes, alternately for each cell. */
    public static Played planned(int injects) {
        return planned(plan(injects));
    }

    /** Planned so, with a player in each of the two cells. */
    static Played planned(Plan plan) {
        Played played = of(plan);
        played.joins(played.okafor, REST_CENTRE, "lead");
        played.joins(played.price, TACTICAL, "");
        return played;
    }

    /** Planned so, with nobody in it. */
    public static Played of(Plan plan) {
        Played played = new Played();
        played.does(new ExerciseCommand.PlanExercise(
                played.director, "J. Whitlock", "Council", plan.slug(), plan.digest(), Grace.USUAL, plan));
        return played;
    }

    /** Running, with these injects instead. */
    static Played running(List<PlannedInject> injects) {
        Played played = planned(plan(injects));
        played.does(new ExerciseCommand.StartExercise(played.director));
        return played;
    }

    public static Played running(int injects) {
        Played played = planned(injects);
        played.does(new ExerciseCommand.StartExercise(played.director));
        return played;
    }

    static Plan plan(int injects) {
        return plan(IntStream.rangeClosed(1, injects).mapToObj(Played::inject).toList());
    }

    private static Plan plan(List<PlannedInject> injects) {
        return PlanBuilder.aPlan()
                .noDuffLines("Stop playing.")
                .places(
                        new Place(TACTICAL, "Tactical", List.of(new Post("police", "Police"))),
                        new Place(REST_CENTRE, "Rest centre", List.of(new Post("lead", "Manager"))))
                .injects(injects)
                .plan();
    }

    private static PlannedInject inject(int n) {
        Addressee to = n % 2 == 1 ? new Addressee(TACTICAL, "") : new Addressee(REST_CENTRE, "lead");
        return new PlannedInject(
                new InjectNumber(Integer.toString(n)),
                ExerciseTime.minutes(5L * n),
                List.of(to),
                Channel.PHONE,
                List.of(),
                List.of(),
                List.of(),
                new InjectWords("Inject " + n, "Control", "Text " + n, List.of(), "Notes " + n, List.of()));
    }

    public Ruling joins(ParticipantId participant, CellCode cell, String post) {
        return does(new ExerciseCommand.JoinExercise(
                participant, ExerciseRole.PLAYER, cell, post, true, "A player", "Council"));
    }

    /** Rules on a command now, and folds what was accepted. */
    public Ruling does(ExerciseCommand command) {
        return folds(Conduct.decide(state, command, now, lastAlive));
    }

    /** Folds what a rule accepted, or had to record before it refused. */
    public Ruling folds(Ruling ruling) {
        switch (ruling) {
            case Ruling.Accepted accepted -> accepted.drafts().forEach(this::append);
            case Ruling.Refused refused -> refused.before().forEach(this::append);
        }
        return ruling;
    }

    /** Time passes, with the program alive all the while. */
    public Played after(Duration real) {
        now = now.plus(real);
        lastAlive = now;
        return this;
    }

    /** Time passes while the program is away. */
    public Played awayFor(Duration real) {
        now = now.plus(real);
        return this;
    }

    public Play play() {
        return state.content().orElseThrow();
    }

    /** What the record says, read from its beginning. */
    public Exercise replayed() {
        Exercise told = new Exercise.Unplanned(state.id());
        for (LedgerEntry entry : record) {
            told = Conduct.evolve(told, entry);
        }
        return told;
    }

    List<String> deliveredNumbers() {
        return play().delivered().stream().map(d -> d.number().value()).toList();
    }

    public long entry(String inject) {
        return play().delivered(new InjectNumber(inject)).orElseThrow().seq();
    }

    private void append(Draft draft) {
        LedgerEntry entry = new LedgerEntry(
                state.id(),
                record.size() + 1,
                now,
                draft.occurredAt(),
                draft.exerciseTime(),
                draft.actor(),
                draft.audience(),
                "",
                draft.fact(),
                "");
        record.add(entry);
        state = Conduct.evolve(state, entry);
    }
}
