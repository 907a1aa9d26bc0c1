package org.startex.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.startex.kernel.Addressee;
import org.startex.kernel.Channel;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.ledger.Fact;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Ruling;

/** What holds for every script of commands. Each seed is a script; the failing seed is in the test's name. */
class ConductPropertiesTest {
    private static final int INJECTS = 30;
    private static final Map<Long, Played> PLAYED = new ConcurrentHashMap<>();

    /** One step of a script: how much time passes, whether the program was away, and what is then wanted. */
    private record Step(long millis, boolean away, int act, int choice) {}

    static List<Long> seeds() {
        return java.util.stream.LongStream.rangeClosed(1, 150).boxed().toList();
    }

    private static List<Step> script(long seed) {
        Random random = new Random(seed);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            steps.add(new Step(
                    random.nextInt(4) == 0 ? random.nextInt(240_000) : random.nextInt(20_000),
                    random.nextInt(25) == 0,
                    random.nextInt(25),
                    random.nextInt(1_000)));
        }
        return steps;
    }

    private static void play(Played played, Step step) {
        int c = step.choice();
        if (step.act() == 9 || step.act() == 20 || step.act() == 21) {
            played.does(new ExerciseCommand.Tick());
        }
        long lastEntry = played.play().seq();
        ExerciseCommand command = switch (step.act()) {
            case 0, 1, 2 -> new ExerciseCommand.Tick();
            case 3 -> new ExerciseCommand.PauseExercise(played.director, "");
            case 4, 5 -> new ExerciseCommand.ResumeExercise(played.director);
            case 6 -> new ExerciseCommand.ChangePace(played.director, new Pace(1 + c * 5));
            case 7 -> new ExerciseCommand.SendInject(played.director, number(c));
            case 8 ->
                new ExerciseCommand.SendAdHocInject(
                        played.director,
                        new AdHocInject(
                                "Extra", "Press", List.of(new Addressee(Played.TACTICAL, "")), Channel.NEWS, "Text"));
            case 9 -> new ExerciseCommand.AcknowledgeInject(played.price, 1 + c % (lastEntry + 3), played.now);
            case 10 -> new ExerciseCommand.LogReply(played.okafor, null, "late", played.now.minusSeconds(c));
            case 11 ->
                c % 5 == 0
                        ? new ExerciseCommand.StopForRealIncident(played.okafor, "Real", played.now)
                        : new ExerciseCommand.Tick();
            case 12 -> new ExerciseCommand.ClearRealIncident(played.director, "Clear");
            case 13 -> new ExerciseCommand.HoldInject(played.director, number(c), "");
            case 14 -> new ExerciseCommand.ReleaseInject(played.director, number(c));
            case 15 -> new ExerciseCommand.SkipInject(played.director, number(c), "No time");
            case 16 -> new ExerciseCommand.PutBackInject(played.director, number(c));
            case 20 -> new ExerciseCommand.RecallInject(played.director, 1 + c % (lastEntry + 3), "Wrong");
            case 21 ->
                new ExerciseCommand.CorrectInject(played.director, 1 + c % (lastEntry + 3), 0, "Five, not six", "");
            case 22 ->
                new ExerciseCommand.ReaddressInject(
                        played.director,
                        number(c),
                        played.play().planned(number(c)).orElseThrow().to(),
                        List.of(new Addressee(c % 2 == 0 ? Played.TACTICAL : Played.REST_CENTRE, "")),
                        "");
            case 18 -> postpone(played, c);
            case 19 ->
                c % 3 == 0
                        ? new ExerciseCommand.JumpClock(
                                played.director,
                                new ExerciseTime(
                                        played.play()
                                                                        .clock()
                                                                        .elapsedAt(played.now)
                                                                        .micros()
                                                                + (c - 200) * 1_100_000L
                                                        > 0
                                                ? played.play()
                                                                .clock()
                                                                .elapsedAt(played.now)
                                                                .micros()
                                                        + (c - 200) * 1_100_000L
                                                : 0),
                                List.of(PassedOver.values()).get(c % PassedOver.values().length),
                                "No time")
                        : new ExerciseCommand.Tick();
            case 17 -> move(played, number(c), c);
            default ->
                new ExerciseCommand.MoveParticipant(
                        played.director, played.price, c % 2 == 0 ? Played.TACTICAL : Played.REST_CENTRE, "");
        };
        played.does(command);
    }

    private static InjectNumber number(int choice) {
        return new InjectNumber(Integer.toString(1 + choice % INJECTS));
    }

    /** By up to half an hour, either way; some of it would be before now and is refused. */
    private static ExerciseCommand move(Played played, InjectNumber number, int choice) {
        ExerciseTime from = played.play().planned(number).orElseThrow().due();
        long to = Math.max(0, from.micros() + (choice - 500) * 3_700_000L);
        return new ExerciseCommand.MoveInject(played.director, number, from, new ExerciseTime(to), "");
    }

    /** By up to a quarter of an hour, either way. */
    private static ExerciseCommand postpone(Played played, int choice) {
        return new ExerciseCommand.PostponeRest(
                played.director,
                (choice - 300) * 1_300_000L,
                played.play().schedule().postponements(),
                "");
    }

    /** What has been played once with this seed: to be read, not to be played on. */
    private static Played played(long seed) {
        return PLAYED.computeIfAbsent(seed, s -> run(s, false));
    }

    private static Played run(long seed, boolean extraTicks) {
        Played played = Played.running(INJECTS);
        Random ticks = new Random(seed * 31);
        for (Step step : script(seed)) {
            Duration passed = Duration.ofMillis(step.millis());
            if (step.away()) {
                played.awayFor(passed);
            } else if (extraTicks) {
                // the same time passes, cut into pieces with a tick at the end of each
                long rest = step.millis();
                while (rest > 0) {
                    long piece = Math.min(rest, 1 + ticks.nextInt(3_000));
                    played.after(Duration.ofMillis(piece));
                    rest -= piece;
                    if (rest > 0 && ticks.nextBoolean()) {
                        played.does(new ExerciseCommand.Tick());
                        played.does(new ExerciseCommand.Tick());
                    }
                }
            } else {
                played.after(passed);
            }
            play(played, step);
            played.lastAlive = played.now;
        }
        return played;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void exerciseTimeNeverRunsBackwards(long seed) {
        Played played = played(seed);
        ExerciseTime before = ExerciseTime.ZERO;
        for (LedgerEntry entry : played.record) {
            if (entry.fact() instanceof InjectDelivered) {
                ExerciseTime at = entry.exerciseTime();
                assertThat(at).isNotNull().isGreaterThanOrEqualTo(before);
                before = at;
            }
        }
        List<ExerciseClock> readings = played.play().clock().readings();
        for (int i = 1; i < readings.size(); i++) {
            assertThat(readings.get(i).elapsedAtAnchor())
                    .isGreaterThanOrEqualTo(
                            readings.get(i - 1).elapsedAt(readings.get(i).anchor()));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsDueTwiceOrOutOfOrder(long seed) {
        Played played = played(seed);
        InOrder.check(played);
        ExerciseTime reached = played.play().clock().elapsedAt(played.now);
        if (played.state instanceof Exercise.Running) {
            assertThat(played.play().pending())
                    .allSatisfy(i -> assertThat(i.due()).isGreaterThan(reached));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsHeldOrSkippedNeverFallsDueByItself(long seed) {
        Played played = played(seed);
        Exercise state = new Exercise.Unplanned(played.state.id());
        for (LedgerEntry entry : played.record) {
            if (entry.fact() instanceof InjectFellDue inject) {
                assertThat(state.content().flatMap(play -> play.handling(inject.number())))
                        .hasValueSatisfying(
                                handling -> assertThat(handling.fallsDue()).isTrue());
            }
            state = Conduct.evolve(state, entry);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void postponingKeepsTheOrderAndItsOppositeBringsEveryTimeBack(long seed) {
        Played played = run(seed, false);
        Play before = played.play();
        List<InjectNumber> order =
                before.undelivered().stream().map(PlannedInject::number).toList();
        played.does(new ExerciseCommand.PostponeRest(
                played.director, 1_234_567_890L, before.schedule().postponements(), ""));
        assertThat(played.play().undelivered())
                .extracting(PlannedInject::number)
                .isEqualTo(order);
        if (played.play().schedule().postponements() > before.schedule().postponements()) {
            played.does(new ExerciseCommand.PostponeRest(
                    played.director, -1_234_567_890L, played.play().schedule().postponements(), ""));
            assertThat(played.play().undelivered()).isEqualTo(before.undelivered());
            assertThat(played.play().schedule().phases())
                    .isEqualTo(before.schedule().phases());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anEntryKeepsTheExerciseTimeItWasRecordedAt(long seed) {
        Played played = played(seed);
        ClockHistory clock = played.play().clock();
        for (LedgerEntry entry : played.record) {
            ExerciseTime at = entry.exerciseTime();
            boolean turns = entry.fact() instanceof ClockJumped
                    || entry.fact() instanceof OutageFound
                    || entry.occurredAt().isBefore(entry.recordedAt());
            boolean jumpedThen = clock.readings().stream()
                    .anyMatch(reading -> reading.anchor().equals(entry.occurredAt()));
            if (at != null && !turns && !jumpedThen) {
                assertThat(clock.elapsedAt(entry.occurredAt())).isEqualTo(at);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void extraTicksChangeNothingButHowSoonInjectsArrive(long seed) {
        Played few = played(seed);
        Played many = run(seed, true);
        assertThat(kindsAndNumbers(many)).isEqualTo(kindsAndNumbers(few));
        assertThat(many.state.word()).isEqualTo(few.state.word());
        assertThat(many.play().clock().elapsedAt(many.now))
                .isEqualTo(few.play().clock().elapsedAt(few.now));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aTickAtTheSameMomentChangesNothing(long seed) {
        Played played = run(seed, false);
        played.does(new ExerciseCommand.Tick());
        Ruling again = played.does(new ExerciseCommand.Tick());
        assertThat(again).isEqualTo(Ruling.accept(List.of()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void replayingTheRecordRebuildsTheState(long seed) {
        Played played = played(seed);
        assertThat(played.replayed()).isEqualTo(played.state);
    }

    /** What happened, without when it was recorded. */
    private static List<String> kindsAndNumbers(Played played) {
        return played.record.stream().map(e -> describe(e.fact())).toList();
    }

    private static String describe(Fact fact) {
        return fact instanceof InjectDelivered inject
                ? fact.getClass().getSimpleName() + " " + inject.number()
                : fact.getClass().getSimpleName();
    }
}
