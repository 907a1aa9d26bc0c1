package org.startex.debrief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.startex.conduct.Exercise;
import org.startex.conduct.PauseCause;
import org.startex.conduct.Play;
import org.startex.ledger.Reason;

/** What a finding must be, without a database. */
class FindingsTest {
    private static final Exercise ENDED = new Exercise.Closing(Debriefed.play());
    private static final FindingDraft GOOD = new FindingDraft(
            "Both cells closed the lane",
            "One cell closes it",
            "Crews met a shut gate",
            "Role resilience",
            false,
            List.of(2L));

    @Test
    void aWholeFindingThatCitesAnEntryIsRight() {
        assertThat(Findings.check(ENDED, 2, GOOD)).isEmpty();
    }

    @Test
    void itIsWrittenOnlyAfterEndex() {
        Play play = Debriefed.play();
        assertThat(List.of(
                        new Exercise.Planned(play),
                        new Exercise.Running(play),
                        new Exercise.Paused(play, PauseCause.CONTROLLER, ""),
                        new Exercise.Stopped(play, Debriefed.noDuff(), Exercise.Before.PLAY)))
                .allSatisfy(state ->
                        assertThat(code(Findings.check(state, 2, GOOD))).isEqualTo("finding-before-endex"));
        assertThat(List.of(
                        new Exercise.Sealed(play),
                        new Exercise.Stopped(play, Debriefed.noDuff(), Exercise.Before.CLOSING)))
                .allSatisfy(state -> assertThat(Findings.check(state, 2, GOOD)).isEmpty());
    }

    @Test
    void eachMissingTextIsNamedByItsField() {
        assertThat(Findings.check(ENDED, 2, with(" ", "b", "c", "d")))
                .contains(Reason.of("finding-what-missing", "what"));
        assertThat(Findings.check(ENDED, 2, with("a", "", "c", "d")))
                .contains(Reason.of("finding-expected-missing", "expected"));
        assertThat(Findings.check(ENDED, 2, with("a", "b", "\n", "d")))
                .contains(Reason.of("finding-why-missing", "why"));
        assertThat(Findings.check(ENDED, 2, with("a", "b", "c", ""))).contains(Reason.of("theme-missing", "theme"));
    }

    @Test
    void textsHaveALimitAndCanBeStored() {
        assertThat(Findings.check(ENDED, 2, with("x".repeat(4000), "b", "c", "d")))
                .isEmpty();
        assertThat(Findings.check(ENDED, 2, with("x".repeat(4001), "b", "c", "d")))
                .contains(Reason.of("too-long", "what"));
        assertThat(Findings.check(ENDED, 2, with("a", "b", "c", "x".repeat(121))))
                .contains(Reason.of("too-long", "theme"));
        assertThat(Findings.check(ENDED, 2, with("a", "b\0", "c", "d"))).contains(Reason.of("bad-text", "expected"));
    }

    @Test
    void itCitesEntriesThatTheRecordHas() {
        assertThat(code(Findings.check(ENDED, 2, citing()))).isEqualTo("finding-cites-nothing");
        assertThat(code(Findings.check(ENDED, 2, citing(1L, 3L)))).isEqualTo("no-such-entry");
        assertThat(code(Findings.check(ENDED, 2, citing(0L)))).isEqualTo("no-such-entry");
        assertThat(Findings.check(
                        ENDED, 60, citing(LongStream.rangeClosed(1, 50).boxed().toArray(Long[]::new))))
                .isEmpty();
        assertThat(code(Findings.check(
                        ENDED, 60, citing(LongStream.rangeClosed(1, 51).boxed().toArray(Long[]::new)))))
                .isEqualTo("finding-cites-too-many");
    }

    @Test
    void whatIsKeptIsTidy() {
        FindingDraft kept = Findings.tidy(new FindingDraft(" a ", "b\n", "c", " d ", true, List.of(7L, 2L, 7L)));
        assertThat(kept).isEqualTo(new FindingDraft("a", "b", "c", "d", true, List.of(2L, 7L)));
    }

    private static FindingDraft with(String what, String expected, String why, String theme) {
        return new FindingDraft(what, expected, why, theme, false, List.of(1L));
    }

    private static FindingDraft citing(Long... seqs) {
        return new FindingDraft("a", "b", "c", "d", false, List.of(seqs));
    }

    private static String code(Optional<Reason> reason) {
        return reason.map(Reason::code).orElse("");
    }
}
