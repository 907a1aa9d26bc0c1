package org.startex.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.startex.conduct.Conduct;
import org.startex.conduct.Exercise;
import org.startex.conduct.ExerciseCommand;
import org.startex.conduct.Play;
import org.startex.conduct.Played;
import org.startex.ledger.LedgerEntry;
import org.startex.standards.StandardsCatalogue;

/** What holds for every script of play with observations in between. Each seed is a script; the failing seed is in the test's name. */
class ObservationPropertiesTest {
    private static final Observations.Known KNOWN = new Observations.Known(
            false, null, StandardsCatalogue.load().ratingScales().usual(), code -> true);

    static List<Long> seeds() {
        return LongStream.rangeClosed(1, 200).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void replayingTheRecordRebuildsTheStateAndTheNumbers(long seed) {
        Played played = run(seed, true);
        assertThat(played.replayed()).isEqualTo(played.state);

        List<Integer> numbers = numbers(played);
        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
        assertThat(played.play().numbered(ObservationRecorded.class)).isEqualTo(numbers.size());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void observingChangesNothingForPlayers(long seed) {
        Play with = run(seed, true).play();
        Play without = run(seed, false).play();
        assertThat(with.clock()).isEqualTo(without.clock());
        assertThat(with.logNumbers()).isEqualTo(without.logNumbers());
        assertThat(with.delivered().stream().map(d -> d.number()))
                .containsExactlyElementsOf(
                        without.delivered().stream().map(d -> d.number()).toList());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsObservedWhilePlayIsStoppedOrAfterTheSeal(long seed) {
        Played played = run(seed, true);
        Exercise state = new Exercise.Unplanned(played.state.id());
        for (LedgerEntry entry : played.record) {
            if (entry.fact() instanceof ObservationRecorded observation) {
                assertThat(state)
                        .isInstanceOfAny(Exercise.Running.class, Exercise.Paused.class, Exercise.Closing.class);
                assertThat(observation.late()).isEqualTo(state instanceof Exercise.Closing);
            }
            state = Conduct.evolve(state, entry);
        }
    }

    private static List<Integer> numbers(Played played) {
        List<Integer> numbers = new ArrayList<>();
        played.record.forEach(entry -> {
            if (entry.fact() instanceof ObservationRecorded observation) {
                numbers.add(observation.number());
            }
        });
        return numbers;
    }

    private static Played run(long seed, boolean observing) {
        Random random = new Random(seed);
        Played played = Played.running(20);
        for (int i = 0; i < 80; i++) {
            played.after(Duration.ofMillis(random.nextInt(60_000)));
            ExerciseCommand command = switch (random.nextInt(16)) {
                case 0 -> new ExerciseCommand.PauseExercise(played.director, "");
                case 1, 2 -> new ExerciseCommand.ResumeExercise(played.director);
                case 3 -> new ExerciseCommand.StopForRealIncident(played.price, "Real", played.now);
                case 4, 5 -> new ExerciseCommand.ClearRealIncident(played.director, "Clear");
                case 6 -> new ExerciseCommand.LogReply(played.okafor, null, "late", played.now);
                case 7 -> i > 60 ? new ExerciseCommand.EndExercise(played.director, "") : new ExerciseCommand.Tick();
                case 8 -> i > 75 ? new ExerciseCommand.SealExercise(played.director) : new ExerciseCommand.Tick();
                default -> new ExerciseCommand.Tick();
            };
            played.does(command);
            if (random.nextBoolean() && observing) {
                played.folds(Observations.decide(
                        played.state,
                        played.director,
                        new ObservationDraft(
                                null, List.of(), List.of(), List.of(), null, List.of(), "Seen " + i, "On paper"),
                        KNOWN,
                        played.now.minusSeconds(i),
                        played.now,
                        played.lastAlive));
            }
        }
        return played;
    }
}
