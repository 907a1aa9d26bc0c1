package org.startex.lrc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.LessonId;
import org.startex.kernel.LrcCode;

/** An improvement record's life: whatever people do to it and whatever becomes of its lesson, its rules hold. The failing seed is in the test's name. */
class ImprovementLifeTest {
    private static final LessonStanding FRESH = new LessonStanding(false, false, 0, null, null);
    private static final LessonStanding EMBEDDED = turned(true, 0);
    private static final Map<ImprovementState, Set<ImprovementState>> WAYS = Map.of(
            ImprovementState.PROPOSED, EnumSet.of(ImprovementState.AGREED, ImprovementState.WITHDRAWN),
            ImprovementState.AGREED, EnumSet.of(ImprovementState.UNDER_WAY, ImprovementState.WITHDRAWN),
            ImprovementState.UNDER_WAY, EnumSet.of(ImprovementState.DONE, ImprovementState.WITHDRAWN),
            ImprovementState.DONE,
                    EnumSet.of(ImprovementState.EMBEDDED, ImprovementState.UNDER_WAY, ImprovementState.WITHDRAWN),
            ImprovementState.EMBEDDED, EnumSet.of(ImprovementState.UNDER_WAY),
            ImprovementState.WITHDRAWN, EnumSet.noneOf(ImprovementState.class));

    private static LessonStanding turned(boolean embedded, int reopenings) {
        return new LessonStanding(false, embedded, reopenings, Instant.EPOCH, ExerciseId.random());
    }

    private static ImprovementDraft draft(String title) {
        return new ImprovementDraft(
                title,
                new LrcCode("step-7"),
                null,
                null,
                "",
                null,
                "Transport lead",
                null,
                LocalDate.of(2026, 7, 2),
                "Nobody waits for a lift",
                "Minutes to the first vehicle with a lift",
                ImprovementKind.INTERNAL_READINESS);
    }

    private static Improvement proposed() {
        return new Improvement(
                1,
                LessonId.random(),
                draft("Ask what a vehicle can carry"),
                "",
                ImprovementState.PROPOSED,
                false,
                0,
                1,
                Instant.EPOCH);
    }

    private static Improvement after(Improvement record, LessonStanding lesson, ImprovementAct... acts) {
        Improvement now = record;
        for (ImprovementAct act : acts) {
            ImprovementRuling ruling = ImprovementLife.decide(now, act, lesson);
            assertThat(ruling).isInstanceOf(ImprovementRuling.Accepted.class);
            now = ((ImprovementRuling.Accepted) ruling).next();
        }
        return now;
    }

    private static LrcFault refused(Improvement record, ImprovementAct act) {
        ImprovementRuling ruling = ImprovementLife.decide(record, act, FRESH);
        assertThat(ruling).isInstanceOf(ImprovementRuling.Refused.class);
        return ((ImprovementRuling.Refused) ruling).refusal().fault();
    }

    private static Improvement made() {
        return after(
                proposed(),
                FRESH,
                new ImprovementAct.Agree(""),
                new ImprovementAct.Begin(""),
                new ImprovementAct.Finish("List in the plan"));
    }

    @Test
    void theWayLeadsFromProposedToDoneWithoutSkipping() {
        Improvement record = proposed();
        assertThat(refused(record, new ImprovementAct.Begin(""))).isEqualTo(LrcFault.NOT_AGREED);
        assertThat(refused(record, new ImprovementAct.Finish("List in the plan")))
                .isEqualTo(LrcFault.NOT_UNDER_WAY);
        assertThat(made().state()).isEqualTo(ImprovementState.DONE);
        assertThat(refused(made(), new ImprovementAct.Agree(""))).isEqualTo(LrcFault.NOT_PROPOSED);
    }

    @Test
    void doneNeedsWhatShowsItAndWithdrawnNeedsAReason() {
        Improvement underWay = after(proposed(), FRESH, new ImprovementAct.Agree(""), new ImprovementAct.Begin(""));
        assertThat(refused(underWay, new ImprovementAct.Finish(" "))).isEqualTo(LrcFault.MISSING);
        assertThat(refused(underWay, new ImprovementAct.Withdraw(""))).isEqualTo(LrcFault.MISSING);
        assertThat(refused(underWay, new ImprovementAct.Note(""))).isEqualTo(LrcFault.MISSING);
        assertThat(refused(underWay, new ImprovementAct.Withdraw("x".repeat(501))))
                .isEqualTo(LrcFault.TOO_LONG);
    }

    @Test
    void whatWasAgreedIsChangedOnlyWithAReasonAndWhatIsDoneIsNotChangedAtAll() {
        Improvement agreed = after(proposed(), FRESH, new ImprovementAct.Agree(""));
        assertThat(after(proposed(), FRESH, new ImprovementAct.Change(draft("Another"), ""))
                        .title())
                .isEqualTo("Another");
        assertThat(refused(agreed, new ImprovementAct.Change(draft("Another"), "")))
                .isEqualTo(LrcFault.MISSING);
        assertThat(after(agreed, FRESH, new ImprovementAct.Change(draft("Another"), "Clearer"))
                        .state())
                .isEqualTo(ImprovementState.AGREED);
        assertThat(refused(made(), new ImprovementAct.Change(draft("Another"), "Clearer")))
                .isEqualTo(LrcFault.STANDS_AS_DONE);
        assertThat(refused(agreed, new ImprovementAct.Change(draft(" "), "Clearer")))
                .isEqualTo(LrcFault.MISSING);
    }

    @Test
    void itIsEmbeddedOnlyWhenDoneAndWithItsLesson() {
        assertThat(ImprovementLife.follow(made(), FRESH)).isEmpty();
        assertThat(ImprovementLife.follow(made(), EMBEDDED))
                .map(ImprovementRuling.Accepted::event)
                .contains(ImprovementEvent.EMBEDDED);
        Improvement underWay = after(proposed(), FRESH, new ImprovementAct.Agree(""), new ImprovementAct.Begin(""));
        assertThat(ImprovementLife.follow(underWay, EMBEDDED)).isEmpty();
    }

    @Test
    void aLessonThatOpensAgainOpensWhatWasDoneAndWhatWasEmbedded() {
        for (Improvement record : List.of(
                made(), ImprovementLife.follow(made(), EMBEDDED).orElseThrow().next())) {
            ImprovementRuling.Accepted again =
                    ImprovementLife.follow(record, turned(false, 1)).orElseThrow();
            assertThat(again.event()).isEqualTo(ImprovementEvent.REOPENED);
            assertThat(again.next().state()).isEqualTo(ImprovementState.UNDER_WAY);
            assertThat(again.next().reopened()).isTrue();
            assertThat(ImprovementLife.follow(again.next(), turned(false, 1))).isEmpty();
            Improvement doneAgain =
                    after(again.next(), turned(false, 1), new ImprovementAct.Finish("Now in each room"));
            assertThat(doneAgain.reopened()).isFalse();
            assertThat(ImprovementLife.follow(doneAgain, turned(false, 1))).isEmpty();
        }
    }

    @Test
    void anEmbeddedRecordIsNotWithdrawnAndAWithdrawnOneRests() {
        Improvement embedded =
                ImprovementLife.follow(made(), EMBEDDED).orElseThrow().next();
        assertThat(refused(embedded, new ImprovementAct.Withdraw("Too dear"))).isEqualTo(LrcFault.IS_EMBEDDED);
        Improvement withdrawn = after(made(), FRESH, new ImprovementAct.Withdraw("Too dear"));
        assertThat(refused(withdrawn, new ImprovementAct.Note("Still too dear")))
                .isEqualTo(LrcFault.IS_WITHDRAWN);
        assertThat(ImprovementLife.follow(withdrawn, EMBEDDED)).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverHappensItsRulesHold(long seed) {
        Random random = new Random(seed);
        Improvement record = proposed();
        boolean embedded = false;
        int reopenings = 0;
        List<ImprovementEvent> events = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            if (random.nextInt(4) == 0) {
                if (embedded) {
                    embedded = false;
                    reopenings++;
                } else if (random.nextInt(3) == 0) {
                    reopenings++;
                } else {
                    embedded = true;
                }
            }
            LessonStanding lesson = turned(embedded, reopenings);
            Optional<ImprovementRuling.Accepted> followed = ImprovementLife.follow(record, lesson);
            if (followed.isPresent()) {
                Improvement before = record;
                record = followed.get().next();
                events.add(followed.get().event());
                assertThat(WAYS.get(before.state())).contains(record.state());
                assertThat(record.draft()).isEqualTo(before.draft());
            }
            Improvement rest = record;
            assertThat(ImprovementLife.follow(rest, lesson))
                    .as("it has come to rest")
                    .isEmpty();
            assertThat(rest.state() == ImprovementState.EMBEDDED && !embedded).isFalse();
            assertThat(rest.state() == ImprovementState.DONE && embedded).isFalse();
            assertThat(rest.reopened() && rest.state() != ImprovementState.UNDER_WAY)
                    .isFalse();
            ImprovementAct act = act(random);
            switch (ImprovementLife.decide(record, act, lesson)) {
                case ImprovementRuling.Accepted accepted -> {
                    assertThat(record.state()).isNotEqualTo(ImprovementState.WITHDRAWN);
                    assertThat(accepted.event())
                            .as("nobody embeds or opens again by hand")
                            .isNotIn(ImprovementEvent.EMBEDDED, ImprovementEvent.REOPENED);
                    if (accepted.next().state() != record.state()) {
                        assertThat(WAYS.get(record.state()))
                                .contains(accepted.next().state());
                    }
                    record = accepted.next();
                    events.add(accepted.event());
                }
                case ImprovementRuling.Refused refused ->
                    assertThat(refused.refusal().message()).isNotBlank();
            }
        }
        long again = events.stream()
                .filter(event -> event == ImprovementEvent.REOPENED)
                .count();
        assertThat(again).isLessThanOrEqualTo(reopenings);
    }

    private static ImprovementAct act(Random random) {
        String words = random.nextInt(4) == 0 ? "" : "words";
        return switch (random.nextInt(24)) {
            case 0 -> new ImprovementAct.Withdraw(random.nextInt(6) == 0 ? words : "");
            case 1, 2, 3, 4 -> new ImprovementAct.Agree(words);
            case 5, 6, 7, 8 -> new ImprovementAct.Begin(words);
            case 9, 10, 11 -> new ImprovementAct.Note(words);
            case 12, 13 ->
                new ImprovementAct.Change(draft(words.isEmpty() ? " " : "Title " + random.nextInt(9)), words);
            default -> new ImprovementAct.Finish(words);
        };
    }
}
