package org.startex.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.ledger.LedgerEntry;

/** What holds for every script of a facilitated exercise. Each seed is a script; the failing seed is in the test's name. */
class FacilitatingPropertiesTest {
    private static final int INJECTS = 12;

    private record Said(QuestionNumber question, CellCode cell, int version, boolean late, String said)
            implements TableAnswer {}

    static List<Long> seeds() {
        return LongStream.rangeClosed(1, 200).boxed().toList();
    }

    private static Played run(long seed, boolean extraTicks) {
        Played played = Facilitated.running(INJECTS);
        Random random = new Random(seed);
        for (int i = 0; i < 80; i++) {
            long millis = random.nextInt(5) == 0 ? random.nextInt(600_000) : random.nextInt(60_000);
            int act = random.nextInt(16);
            int choice = random.nextInt(1_000);
            boolean away = random.nextInt(30) == 0;
            if (away) {
                played.awayFor(Duration.ofMillis(millis));
            } else {
                passes(played, millis, extraTicks ? new Random(seed * 31 + i) : null);
            }
            act(played, act, choice);
            played.lastAlive = played.now;
        }
        return played;
    }

    /** The same time passes, whole or cut into pieces with a tick at the end of each. */
    private static void passes(Played played, long millis, @org.jspecify.annotations.Nullable Random ticks) {
        long rest = millis;
        while (ticks != null && rest > 0) {
            long piece = Math.min(rest, 1 + ticks.nextInt(40_000));
            played.after(Duration.ofMillis(piece));
            rest -= piece;
            if (rest > 0) {
                played.does(new ExerciseCommand.Tick());
            }
        }
        played.after(Duration.ofMillis(rest));
    }

    private static void act(Played played, int act, int c) {
        Moves moves = played.play().schedule().moves();
        InjectNumber number = new InjectNumber(Integer.toString(1 + c % INJECTS));
        switch (act) {
            case 0, 1 -> played.does(new ExerciseCommand.Tick());
            case 2 -> played.does(new ExerciseCommand.PauseExercise(played.director, ""));
            case 3, 4 -> played.does(new ExerciseCommand.ResumeExercise(played.director));
            case 5 ->
                played.does(new ExerciseCommand.BeginMove(
                        played.director,
                        moves.begun() + 1,
                        List.of(PassedOver.values()).get(c % 3),
                        "No time"));
            case 6 -> Facilitated.opens(played, moves.begun(), 1 + c % 30, 1);
            case 7 -> played.does(new ExerciseCommand.CloseDiscussion(played.director));
            case 8 -> played.does(new ExerciseCommand.ChangePace(played.director, new Pace(1 + c)));
            case 9 -> played.does(new ExerciseCommand.HoldInject(played.director, number, ""));
            case 10 -> played.does(new ExerciseCommand.ReleaseInject(played.director, number));
            case 11 ->
                played.does(new ExerciseCommand.PostponeRest(
                        played.director,
                        (c - 400) * 700_000L,
                        played.play().schedule().postponements(),
                        ""));
            case 12 ->
                played.does(new ExerciseCommand.JumpClock(
                        played.director,
                        ExerciseTime.minutes(c % 60),
                        List.of(PassedOver.values()).get(c % 3),
                        "No time"));
            case 13 ->
                played.does(
                        c % 3 == 0
                                ? new ExerciseCommand.StopForRealIncident(played.okafor, "Real", played.now)
                                : new ExerciseCommand.ClearRealIncident(played.director, "Clear"));
            case 14 ->
                played.does(new ExerciseCommand.MoveInject(
                        played.director,
                        number,
                        played.play().planned(number).orElseThrow().due(),
                        ExerciseTime.minutes(c % 60),
                        ""));
            default -> {
                QuestionNumber question = new QuestionNumber(1 + c % 3, 1);
                played.folds(Tables.answer(
                        played.state,
                        played.price,
                        question,
                        moves.answer(question, Played.TACTICAL)
                                .map(AnswerMark::version)
                                .orElse(0),
                        (cell, version, late) -> new Said(question, cell, version, late, "Answer " + c),
                        played.now,
                        played.now,
                        played.lastAlive));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingOfALaterMoveFallsDueBeforeItIsBegun(long seed) {
        Played played = run(seed, false);
        Exercise state = new Exercise.Unplanned(played.state.id());
        for (LedgerEntry entry : played.record) {
            if (entry.fact() instanceof InjectFellDue inject) {
                Play play = state.content().orElseThrow();
                assertThat(play.withinMove(
                                play.planned(inject.number()).orElseThrow().due()))
                        .as(
                                "inject %s in move %d",
                                inject.number(), play.schedule().moves().begun())
                        .isTrue();
            }
            state = Conduct.evolve(state, entry);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void exerciseTimeNeverRunsBackwardsNorPastTheMove(long seed) {
        Played played = run(seed, false);
        List<ExerciseClock> readings = played.play().clock().readings();
        for (int i = 1; i < readings.size(); i++) {
            assertThat(readings.get(i).elapsedAtAnchor())
                    .isGreaterThanOrEqualTo(
                            readings.get(i - 1).elapsedAt(readings.get(i).anchor()));
        }
        played.does(new ExerciseCommand.Tick());
        if (played.state instanceof Exercise.Running) {
            assertThat(played.play()
                            .moveEnd()
                            .filter(end -> end.compareTo(played.play().clock().elapsedAt(played.now)) <= 0))
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void extraTicksChangeNothingButHowSoonIsRecorded(long seed) {
        Played few = run(seed, false);
        Played many = run(seed, true);
        assertThat(many.record.stream().map(FacilitatingPropertiesTest::told).toList())
                .isEqualTo(few.record.stream()
                        .map(FacilitatingPropertiesTest::told)
                        .toList());
        assertThat(many.state.word()).isEqualTo(few.state.word());
        assertThat(many.play().clock().elapsedAt(many.now))
                .isEqualTo(few.play().clock().elapsedAt(few.now));
        assertThat(many.play().schedule().moves().discussions())
                .isEqualTo(few.play().schedule().moves().discussions());
    }

    private static String told(LedgerEntry entry) {
        return switch (entry.fact()) {
            case InjectDelivered inject -> "inject " + inject.number();
            case MoveBegun move -> move.toString();
            case MoveEnded move -> move + " " + entry.occurredAt();
            default -> entry.fact().getClass().getSimpleName();
        };
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void replayingTheRecordRebuildsTheState(long seed) {
        Played played = run(seed, false);
        assertThat(played.replayed()).isEqualTo(played.state);
    }
}
