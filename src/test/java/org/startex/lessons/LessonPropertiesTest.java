package org.startex.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.FindingId;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.LessonId;
import org.startex.kernel.PersonId;

/** Whatever people do to a lesson, in whatever order: its rules hold. The failing seed is in the test's name. */
class LessonPropertiesTest {
    private static final int ACTS = 120;
    private static final List<PersonId> PEOPLE =
            List.of(PersonId.random(), PersonId.random(), PersonId.random(), PersonId.random());
    private static final List<ExerciseId> EXERCISES =
            List.of(ExerciseId.random(), ExerciseId.random(), ExerciseId.random());

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    /** A lesson driven by chance, with everything that happened to it. */
    private static final class Chance {
        private final Random random;
        private final List<LessonStep> history = new ArrayList<>();
        private Instant now = Instant.parse("2026-05-12T08:30:00Z");
        private Lesson lesson;

        Chance(long seed) {
            random = new Random(seed);
            LessonId id = LessonId.random();
            LessonStep first = new LessonStep(
                    id,
                    1,
                    now,
                    anybody(),
                    new LessonFact.Identified(
                            1,
                            FindingId.random(),
                            EXERCISES.getFirst(),
                            List.of(3L, 5L),
                            new LessonDraft("Call early", "Call the rest centre team early", "Warning", true)));
            history.add(first);
            lesson = LessonRules.evolve(null, first);
        }

        private PersonId anybody() {
            return PEOPLE.get(random.nextInt(PEOPLE.size()));
        }

        private @Nullable PersonId perhapsAnybody() {
            return random.nextInt(4) == 0 ? null : anybody();
        }

        private String words() {
            return random.nextInt(8) == 0 ? " " : "Because of " + random.nextInt(100);
        }

        private int few() {
            return 1 + random.nextInt(4);
        }

        private @Nullable LocalDate day() {
            return random.nextBoolean() ? null : LocalDate.of(2026, 6, 1 + random.nextInt(28));
        }

        private LessonCommand command(PersonId by) {
            return switch (random.nextInt(16)) {
                case 0 -> new LessonCommand.Reword(new LessonDraft(words(), words(), words(), random.nextBoolean()));
                case 1, 2 -> new LessonCommand.Accept(words());
                case 3 -> new LessonCommand.Decline(words());
                case 4 -> new LessonCommand.Plan(perhapsAnybody(), day());
                case 5 -> new LessonCommand.AddAction(words(), anybody(), day());
                case 6, 7 -> new LessonCommand.DoAction(by, few(), words());
                case 8 -> new LessonCommand.DropAction(few(), words());
                case 9, 10 -> new LessonCommand.Implement(words());
                case 11 ->
                    new LessonCommand.Attach(new ScenarioInject("site", new InjectNumber(Integer.toString(few()))));
                case 12 -> new LessonCommand.Detach(few(), words());
                default -> judge(by);
            };
        }

        private LessonCommand.Judge judge(PersonId by) {
            Instant ended = random.nextInt(6) == 0 ? null : now.minus(Duration.ofHours(random.nextInt(30)));
            return new LessonCommand.Judge(
                    by,
                    new LessonCommand.Played(few(), EXERCISES.get(random.nextInt(3)), ended, random.nextInt(4) > 0, 40),
                    List.of(Held.values()).get(random.nextInt(4)),
                    words(),
                    List.of((long) random.nextInt(45)));
        }

        /** One act by anybody; what it was and what became of it. */
        Turn turn() {
            now = now.plus(Duration.ofHours(random.nextInt(12)));
            PersonId by = anybody();
            LessonCommand command = command(by);
            Lesson before = lesson;
            LessonRuling ruling = LessonRules.decide(before, command);
            if (ruling instanceof LessonRuling.Accepted accepted) {
                for (LessonFact fact : accepted.facts()) {
                    LessonStep step = new LessonStep(before.id(), lesson.steps() + 1, now, by, fact);
                    history.add(step);
                    lesson = LessonRules.evolve(lesson, step);
                }
            }
            return new Turn(before, by, command, ruling, lesson);
        }
    }

    private record Turn(Lesson before, PersonId by, LessonCommand command, LessonRuling ruling, Lesson after) {
        boolean accepted() {
            return ruling instanceof LessonRuling.Accepted;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theRulesHoldAfterEveryAct(long seed) {
        Chance chance = new Chance(seed);
        for (int i = 0; i < ACTS; i++) {
            Turn turn = chance.turn();
            if (turn.accepted()) {
                judgesNothingOfTheirOwn(turn);
                isEmbeddedOnlyByATestThatHeld(turn);
                isOpenedAgainOnlyByATestThatDidNotHold(turn);
                judgesOnlyWhatWasReached(turn);
                isImplementedWithoutOpenActions(turn);
                ticksOnlyTheirOwn(turn);
            } else {
                assertThat(turn.after()).isEqualTo(turn.before());
            }
        }
    }

    private static void judgesNothingOfTheirOwn(Turn turn) {
        if (turn.command() instanceof LessonCommand.Judge) {
            assertThat(turn.before().owner()).isNotEqualTo(turn.by());
            assertThat(turn.before().formerOwners()).doesNotContain(turn.by());
        }
    }

    private static void isEmbeddedOnlyByATestThatHeld(Turn turn) {
        if (turn.before().state() != LessonState.EMBEDDED && turn.after().state() == LessonState.EMBEDDED) {
            assertThat(turn.before().life()).isInstanceOfSatisfying(LessonLife.Implemented.class, made -> {
                LessonCommand.Judge judge = (LessonCommand.Judge) turn.command();
                assertThat(judge.held()).isEqualTo(Held.HELD);
                assertThat(judge.played().delivered()).isTrue();
                assertThat(judge.played().endedAt()).isAfter(made.since());
            });
        }
    }

    private static void isOpenedAgainOnlyByATestThatDidNotHold(Turn turn) {
        boolean wasMade = turn.before().state() == LessonState.IMPLEMENTED
                || turn.before().state() == LessonState.EMBEDDED;
        if (wasMade && turn.after().state() == LessonState.ACCEPTED) {
            LessonCommand.Judge judge = (LessonCommand.Judge) turn.command();
            assertThat(judge.held()).isEqualTo(Held.NOT_HELD);
            assertThat(turn.after().reopenedBy()).contains(judge.played().exercise());
        } else if (wasMade) {
            assertThat(turn.after().state()).isIn(LessonState.IMPLEMENTED, LessonState.EMBEDDED);
        }
        if (turn.before().state() == LessonState.EMBEDDED) {
            assertThat(turn.after().state()).isNotEqualTo(LessonState.IMPLEMENTED);
        }
    }

    private static void judgesOnlyWhatWasReached(Turn turn) {
        if (turn.command() instanceof LessonCommand.Judge judge) {
            assertThat(judge.played().endedAt()).isNotNull();
            assertThat(judge.played().delivered() || judge.held() == Held.NOT_REACHED)
                    .isTrue();
            assertThat(judge.cites()).allSatisfy(seq -> assertThat(seq).isBetween(1L, 40L));
        }
    }

    private static void isImplementedWithoutOpenActions(Turn turn) {
        if (turn.command() instanceof LessonCommand.Implement) {
            assertThat(turn.before().openActions()).isEmpty();
            assertThat(turn.before().state()).isEqualTo(LessonState.ACCEPTED);
        }
    }

    private static void ticksOnlyTheirOwn(Turn turn) {
        if (turn.command() instanceof LessonCommand.DoAction done) {
            LessonAction action = turn.before().action(done.action()).orElseThrow();
            assertThat(action.owner()).isEqualTo(turn.by());
            assertThat(action.open()).isTrue();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theHistoryRebuildsTheLesson(long seed) {
        Chance chance = new Chance(seed);
        for (int i = 0; i < ACTS; i++) {
            chance.turn();
        }
        Lesson rebuilt = null;
        for (LessonStep step : chance.history) {
            LessonFact stored = LessonJson.read(LessonJson.act(step.fact()), LessonJson.write(step.fact()));
            assertThat(stored).isEqualTo(step.fact());
            rebuilt = LessonRules.evolve(
                    rebuilt, new LessonStep(step.lesson(), step.step(), step.at(), step.by(), stored));
        }
        assertThat(rebuilt).isEqualTo(chance.lesson);
        assertThat(chance.history)
                .extracting(LessonStep::step)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(Objects.requireNonNull(rebuilt).steps()).isEqualTo(chance.history.size());
    }

    /** What screens offer is what the rules take: an act that does not fit is always refused. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatDoesNotFitIsRefused(long seed) {
        Chance chance = new Chance(seed);
        for (int i = 0; i < ACTS; i++) {
            Turn turn = chance.turn();
            LessonAct act = actOf(turn.command());
            if (act != null && turn.accepted()) {
                assertThat(act.fits(turn.before()))
                        .as("%s of %s", act, turn.before().state())
                        .isTrue();
            }
        }
    }

    private static @Nullable LessonAct actOf(LessonCommand command) {
        return switch (command) {
            case LessonCommand.Reword c -> LessonAct.REWORD;
            case LessonCommand.Accept c -> LessonAct.ACCEPT;
            case LessonCommand.Decline c -> LessonAct.DECLINE;
            case LessonCommand.Plan c -> LessonAct.PLAN;
            case LessonCommand.AddAction c -> LessonAct.ADD_ACTION;
            case LessonCommand.DropAction c -> LessonAct.DROP_ACTION;
            case LessonCommand.Implement c -> LessonAct.IMPLEMENT;
            case LessonCommand.Attach c -> LessonAct.ATTACH;
            case LessonCommand.Detach c -> LessonAct.DETACH;
            case LessonCommand.DoAction c -> null;
            case LessonCommand.Judge c -> null;
        };
    }

    /** Chance reaches what the properties are about; else they would hold of nothing. */
    @Test
    void chanceReachesEveryStateAndEffect() {
        List<Turn> turns = seeds().boxed()
                .flatMap(seed -> {
                    Chance chance = new Chance(seed);
                    List<Turn> all = new ArrayList<>();
                    for (int i = 0; i < ACTS; i++) {
                        all.add(chance.turn());
                    }
                    return all.stream();
                })
                .toList();
        assertThat(turns).extracting(turn -> turn.after().state()).contains(LessonState.values());
        assertThat(turns.stream()
                        .filter(turn -> turn.ruling() instanceof LessonRuling.Accepted)
                        .flatMap(turn -> ((LessonRuling.Accepted) turn.ruling()).facts().stream())
                        .<Class<?>>map(LessonFact::getClass))
                .contains(LessonFact.Embedded.class, LessonFact.Reopened.class, LessonFact.Detached.class);
        assertThat(turns.stream()
                        .filter(turn -> turn.ruling() instanceof LessonRuling.Refused)
                        .map(turn -> ((LessonRuling.Refused) turn.ruling()).fault()))
                .contains(
                        LessonFault.OWN_LESSON,
                        LessonFault.INJECT_NOT_DELIVERED,
                        LessonFault.ALREADY_JUDGED,
                        LessonFault.ACTIONS_OPEN,
                        LessonFault.NOT_YOUR_ACTION,
                        LessonFault.EXERCISE_NOT_ENDED,
                        LessonFault.UNKNOWN_ENTRY);
    }
}
