package org.startex.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.startex.kernel.Addressee;
import org.startex.kernel.CellCode;
import org.startex.kernel.Channel;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Fact;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Ruling;
import org.startex.scenario.Condition;
import org.startex.scenario.InjectKind;
import org.startex.scenario.VoiceScript;
import org.startex.scenario.VoiceScript.OnPage;

/** What holds for every plan with injects of every kind and every script of commands. Each seed is a plan and a script; the failing seed is in the test's name. */
class WaitingPropertiesTest {
    private static final int INJECTS = 24;
    private static final Map<Long, Played> PLAYED = new ConcurrentHashMap<>();

    static List<Long> seeds() {
        return LongStream.rangeClosed(1, 200).boxed().toList();
    }

    private static InjectNumber number(int n) {
        return new InjectNumber(Integer.toString(n));
    }

    private static CellCode cell(Random random) {
        return random.nextBoolean() ? Played.TACTICAL : Played.REST_CENTRE;
    }

    /** An inject waits only for those with a smaller number, so that no plan has a ring. */
    private static Condition condition(Random random, int n, int level) {
        InjectNumber on = number(1 + random.nextInt(n - 1));
        CellCode cell = random.nextInt(3) == 0 ? null : cell(random);
        return switch (random.nextInt(level > 2 ? 6 : 8)) {
            case 0 -> new Condition.Delivered(on);
            case 1 -> new Condition.Acknowledged(on, cell);
            case 2 -> new Condition.Decided(on, cell);
            case 3 -> new Condition.ActionRaised(on, cell);
            case 4, 5 -> new Condition.NotAcknowledged(on, cell, ExerciseTime.minutes(1 + random.nextInt(60)));
            case 6 -> new Condition.All(parts(random, n, level));
            default -> new Condition.Any(parts(random, n, level));
        };
    }

    private static List<Condition> parts(Random random, int n, int level) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> condition(random, n, level + 1))
                .toList();
    }

    private static List<PlannedInject> plan(long seed) {
        Random random = new Random(seed * 7919);
        List<PlannedInject> injects = new ArrayList<>();
        for (int n = 1; n <= INJECTS; n++) {
            InjectKind kind = n < 3
                    ? new InjectKind.Timed()
                    : switch (random.nextInt(8)) {
                        case 0 -> new InjectKind.Cued("When they ask");
                        case 1 -> new InjectKind.Contingency();
                        case 2, 3, 4, 5 ->
                            new InjectKind.Conditional(
                                    condition(random, n, 1),
                                    random.nextBoolean() ? 0 : random.nextInt(600) * 1_000_000L,
                                    random.nextInt(3) == 0 ? ExerciseTime.minutes(random.nextInt(60)) : null);
                        default -> new InjectKind.Timed();
                    };
            ExerciseTime due = switch (kind) {
                case InjectKind.Timed k -> ExerciseTime.minutes(random.nextInt(60));
                case InjectKind.Conditional k ->
                    Optional.ofNullable(k.notBefore())
                            .or(() -> k.when().firstTime())
                            .orElse(ExerciseTime.ZERO);
                case InjectKind.Cued k -> ExerciseTime.ZERO;
                case InjectKind.Contingency k -> ExerciseTime.ZERO;
            };
            injects.add(new PlannedInject(
                    number(n),
                    due,
                    List.of(new Addressee(Played.TACTICAL, ""), new Addressee(Played.REST_CENTRE, "")),
                    Channel.PHONE,
                    List.of(),
                    List.of(),
                    List.of(),
                    new InjectWords("Inject " + n, "Control", "Text", List.of(), "", List.of(), voice(n)),
                    kind));
        }
        return injects;
    }

    /** A quarter of the injects waits until a controller has said it, another comes when it is due and is said besides. */
    private static @Nullable VoiceScript voice(int n) {
        return switch (n % 4) {
            case 0 -> new VoiceScript("Tactical", "Flood warden", "“It rises.”", "", OnPage.WHEN_SPOKEN);
            case 1 -> new VoiceScript("Tactical", "Flood warden", "“It rises.”", "", OnPage.WHEN_DUE);
            default -> null;
        };
    }

    private static void act(Played played, Random random) {
        played.does(new ExerciseCommand.Tick());
        Play play = played.play();
        List<Delivered> gone = play.delivered();
        int choice = random.nextInt(1_000);
        int what = random.nextInt(23);
        InjectNumber number = number(1 + choice % INJECTS);
        ParticipantId player = choice % 2 == 0 ? played.okafor : played.price;
        long sent = gone.isEmpty() ? 1 : gone.get(choice % gone.size()).seq();
        ExerciseTime elapsed = play.clock().elapsedAt(played.now);
        played.does(
                switch (what) {
                    case 0, 1, 2, 3, 4 -> new ExerciseCommand.AcknowledgeInject(player, sent, played.now);
                    case 5, 6, 7 -> new ExerciseCommand.LogReply(player, sent, choice % 3, "", played.now);
                    case 8 -> new ExerciseCommand.SendInject(played.director, number);
                    case 9 -> new ExerciseCommand.HoldInject(played.director, number, "");
                    case 10 -> new ExerciseCommand.ReleaseInject(played.director, number);
                    case 11 -> new ExerciseCommand.SkipInject(played.director, number, "No time");
                    case 12 -> new ExerciseCommand.PutBackInject(played.director, number);
                    case 13 -> new ExerciseCommand.RecallInject(played.director, sent, "Wrong");
                    case 14 ->
                        new ExerciseCommand.MoveInject(
                                played.director,
                                number,
                                play.planned(number).orElseThrow().due(),
                                new ExerciseTime(Math.max(0, elapsed.micros() + (choice - 200) * 2_000_000L)),
                                "");
                    case 15 ->
                        new ExerciseCommand.PostponeRest(
                                played.director,
                                (choice - 300) * 1_300_000L,
                                play.schedule().postponements(),
                                "");
                    case 16 ->
                        new ExerciseCommand.JumpClock(
                                played.director,
                                new ExerciseTime(elapsed.micros() + choice * 600_000L),
                                List.of(PassedOver.values()).get(choice % PassedOver.values().length),
                                "No time");
                    case 17 -> new ExerciseCommand.PauseExercise(played.director, "");
                    case 18 -> new ExerciseCommand.ResumeExercise(played.director);
                    case 19, 20 ->
                        new ExerciseCommand.SpeakInject(
                                played.director, number, "", played.now.minusSeconds(choice % 120));
                    case 21 ->
                        new ExerciseCommand.UndoSpoken(
                                played.director,
                                number,
                                CueCard.spoken(play, number)
                                        .map(CueCard.Spoken::seq)
                                        .orElse(1L));
                    default -> new ExerciseCommand.MoveParticipant(played.director, played.price, cell(random), "");
                });
    }

    /** What has been played once with this seed: to be read, not to be played on. */
    private static Played played(long seed) {
        return PLAYED.computeIfAbsent(seed, s -> run(s, false));
    }

    private static Played run(long seed, boolean extraTicks) {
        Played played = Played.running(plan(seed));
        Random script = new Random(seed);
        Random ticks = new Random(seed * 31);
        for (int step = 0; step < 100; step++) {
            long rest = script.nextInt(90_000);
            boolean away = script.nextInt(30) == 0;
            while (!away && extraTicks && rest > 1) {
                long piece = 1L + ticks.nextInt((int) rest);
                played.after(Duration.ofMillis(piece));
                rest -= piece;
                played.does(new ExerciseCommand.Tick());
            }
            if (away) {
                played.awayFor(Duration.ofMillis(rest));
            } else {
                played.after(Duration.ofMillis(rest));
            }
            act(played, script);
            played.lastAlive = played.now;
        }
        return played;
    }

    private static List<String> story(Played played) {
        return played.record.stream().map(e -> tell(e.fact())).toList();
    }

    private static String tell(Fact fact) {
        return switch (fact) {
            case InjectFellDue due -> "due " + due.number() + " " + due.because();
            case InjectSent sent -> "sent " + sent.number();
            default -> fact.getClass().getSimpleName();
        };
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void extraTicksChangeNeitherWhatComesNorWhy(long seed) {
        Played few = played(seed);
        Played many = run(seed, true);
        assertThat(story(many)).isEqualTo(story(few));
        assertThat(many.play().schedule().responses().keySet())
                .isEqualTo(few.play().schedule().responses().keySet());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingComesTwiceOrOutOfOrderOrUnforeseen(long seed) {
        Played played = run(seed, false);
        InOrder.check(played);
        if (played.state instanceof Exercise.Running running) {
            played.does(new ExerciseCommand.Tick());
            ExerciseTime reached = running.play().clock().elapsedAt(played.now);
            assertThat(played.play().pending())
                    .allSatisfy(i -> assertThat(i.due()).isGreaterThan(reached));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsSaidToHaveComeTrueHad(long seed) {
        Played played = played(seed);
        Exercise state = new Exercise.Unplanned(played.state.id());
        for (LedgerEntry entry : played.record) {
            if (entry.fact() instanceof InjectFellDue inject) {
                Play play = state.content().orElseThrow();
                Because because = inject.because();
                assertThat(because == null)
                        .isEqualTo(play.planned(inject.number()).orElseThrow().kind() instanceof InjectKind.Timed);
                if (because != null) {
                    assertThat(because.held())
                            .isNotEmpty()
                            .allSatisfy(held -> assertThat(
                                            Waiting.holds(held, play.schedule().responses()))
                                    .hasValueSatisfying(holding ->
                                            assertThat(holding.since()).isLessThanOrEqualTo(because.due())));
                }
            }
            state = Conduct.evolve(state, entry);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void replayingTheRecordRebuildsTheState(long seed) {
        Played played = run(seed, false);
        assertThat(played.replayed()).isEqualTo(played.state);
        played.does(new ExerciseCommand.Tick());
        assertThat(played.does(new ExerciseCommand.Tick())).isEqualTo(Ruling.accept(List.of()));
    }
}
