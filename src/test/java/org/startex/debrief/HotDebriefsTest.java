package org.startex.debrief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startex.conduct.Exercise;
import org.startex.debrief.HotDebriefs.Kept;
import org.startex.debrief.HotDebriefs.Taking;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Reason;

/** The rules of hot debriefs without a database. */
class HotDebriefsTest {
    private static final String SLIP = "kQ3nV0r7c2mJx9uYb4tHsW";
    private static final ExerciseId EXERCISE = ExerciseId.random();
    private static final ParticipantId OKAFOR = ParticipantId.random();
    private static final ParticipantId PRICE = ParticipantId.random();

    @Test
    void itOpensByItselfAtEndexAndClosesByHand() {
        Exercise running = new Exercise.Running(Debriefed.play());
        Exercise ended = new Exercise.Closing(Debriefed.play());
        assertThat(HotDebriefs.state(running, false)).isEqualTo(HotDebrief.State.BEFORE);
        assertThat(HotDebriefs.state(ended, false)).isEqualTo(HotDebrief.State.OPEN);
        assertThat(HotDebriefs.state(new Exercise.Sealed(Debriefed.play()), false))
                .isEqualTo(HotDebrief.State.OPEN);
        assertThat(HotDebriefs.state(ended, true)).isEqualTo(HotDebrief.State.CLOSED);
    }

    @ParameterizedTest
    @CsvSource({
        "NAMED, true, true",
        "NAMED, false, false",
        "ANONYMOUS, true, false",
        "ANONYMOUS, false, true",
        "CHOICE, true, true",
        "CHOICE, false, true"
    })
    void aNameFitsAsTheDirectorHasSet(Naming naming, boolean withName, boolean fits) {
        assertThat(code(HotDebriefs.check(HotDebrief.State.OPEN, naming, said(withName, SLIP, "a"))))
                .isEqualTo(fits ? "" : "hot-debrief-naming");
    }

    @Test
    void anAnswerSaysSomethingWithinItsLimits() {
        assertThat(code(HotDebriefs.check(HotDebrief.State.OPEN, Naming.CHOICE, said(true, SLIP, " \n"))))
                .isEqualTo("hot-debrief-empty");
        assertThat(code(HotDebriefs.check(HotDebrief.State.OPEN, Naming.CHOICE, said(true, SLIP, "x".repeat(4001)))))
                .isEqualTo("too-long");
        assertThat(code(HotDebriefs.check(HotDebrief.State.OPEN, Naming.CHOICE, said(true, "short", "a"))))
                .isEqualTo("not-in-protocol");
        assertThat(code(HotDebriefs.check(HotDebrief.State.BEFORE, Naming.CHOICE, said(true, SLIP, "a"))))
                .isEqualTo("hot-debrief-before-endex");
        assertThat(code(HotDebriefs.check(HotDebrief.State.CLOSED, Naming.CHOICE, said(true, SLIP, "a"))))
                .isEqualTo("hot-debrief-closed");
    }

    @Test
    void aNamelessAnswerIsChangedOnlyByItsSlip() {
        List<Kept> one = taken(HotDebriefs.take(List.of(), false, EXERCISE, OKAFOR, said(false, SLIP, "first")));
        assertThat(one).singleElement().satisfies(kept -> {
            assertThat(kept.by()).isNull();
            assertThat(kept.wentWell()).isEqualTo("first");
        });
        List<Kept> changed = taken(HotDebriefs.take(one, true, EXERCISE, OKAFOR, said(false, SLIP, "second")));
        assertThat(changed).extracting(Kept::wentWell).containsExactly("second");
        assertThat(HotDebriefs.take(one, true, EXERCISE, OKAFOR, said(false, "another-slip-of-chance-1", "again")))
                .isEqualTo(new Taking.Refused(Reason.of("hot-debrief-answered")));
        assertThat(HotDebriefs.take(one, false, EXERCISE, PRICE, said(false, SLIP, "stolen")))
                .isInstanceOf(Taking.Refused.class);
    }

    @Test
    void aNamedAnswerIsChangedByItsWriterOnAnyPage() {
        List<Kept> one = taken(HotDebriefs.take(List.of(), false, EXERCISE, OKAFOR, said(true, SLIP, "first")));
        List<Kept> changed =
                taken(HotDebriefs.take(one, true, EXERCISE, OKAFOR, said(true, "another-slip-of-chance-1", "second")));
        assertThat(changed).extracting(Kept::by).containsExactly(OKAFOR);
        List<Kept> nameless = taken(
                HotDebriefs.take(changed, true, EXERCISE, OKAFOR, said(false, "another-slip-of-chance-1", "third")));
        assertThat(nameless).extracting(Kept::by).containsExactly((ParticipantId) null);
    }

    @Test
    void namelessAnswersAreShownOnlyWhenClosedAndAmongThree() {
        List<Kept> kept = nameless(2);
        kept.add(new Kept(HotDebriefs.hash(EXERCISE, SLIP), OKAFOR, "named", "", ""));
        HotAnswers open = HotDebriefs.shown(HotDebrief.State.OPEN, Naming.CHOICE, Set.of(OKAFOR), kept);
        assertThat(open.wentWell()).containsExactly(new HotAnswers.Said("named", Optional.of(OKAFOR)));
        assertThat(open.keptBack()).isEqualTo(2);
        assertThat(HotDebriefs.shown(HotDebrief.State.CLOSED, Naming.CHOICE, Set.of(), kept)
                        .keptBack())
                .as("two are too few")
                .isEqualTo(2);
        HotAnswers closed = HotDebriefs.shown(HotDebrief.State.CLOSED, Naming.CHOICE, Set.of(), nameless(3));
        assertThat(closed.keptBack()).isZero();
        assertThat(closed.wentWell())
                .hasSize(3)
                .allSatisfy(said -> assertThat(said.by()).isEmpty());
    }

    @Test
    void theirOrderIsOfChanceAndAnotherForEachQuestion() {
        List<Kept> kept = nameless(30);
        HotAnswers shown = HotDebriefs.shown(HotDebrief.State.CLOSED, Naming.ANONYMOUS, Set.of(), kept);
        List<String> came = kept.stream().map(Kept::wentWell).toList();
        List<String> well = shown.wentWell().stream().map(HotAnswers.Said::text).toList();
        List<String> not = shown.didNot().stream().map(HotAnswers.Said::text).toList();
        assertThat(well).containsExactlyInAnyOrderElementsOf(came).isNotEqualTo(came);
        assertThat(not).containsExactlyInAnyOrderElementsOf(well).isNotEqualTo(well);
        assertThat(HotDebriefs.shown(HotDebrief.State.CLOSED, Naming.ANONYMOUS, Set.of(), kept.reversed()))
                .as("whatever order they are read in")
                .isEqualTo(shown);
    }

    private static List<Kept> nameless(int count) {
        List<Kept> kept = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String text = "answer " + i;
            kept.add(new Kept(HotDebriefs.hash(EXERCISE, "slip-of-chance-number-" + i), null, text, text, text));
        }
        return kept;
    }

    private static HotAnswer said(boolean withName, String slip, String wentWell) {
        return new HotAnswer(withName, slip, wentWell, "", "");
    }

    private static List<Kept> taken(Taking taking) {
        assertThat(taking).isInstanceOf(Taking.Taken.class);
        return ((Taking.Taken) taking).answers();
    }

    private static String code(Optional<Reason> reason) {
        return reason.map(Reason::code).orElse("");
    }
}
