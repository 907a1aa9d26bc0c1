package org.startex.debrief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.startex.kernel.EntryRef;
import org.startex.kernel.FindingId;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.PersonId;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;
import org.startex.testing.PlayedExercise;
import org.startex.testing.SettableTime;
import org.startex.testing.StartexTest;

/** Findings of an exercise that was really played. */
@StartexTest
class FindingServiceTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    FindingService findings;

    @Autowired
    DSLContext sql;

    @Autowired
    SettableTime time;

    @Test
    void aFindingPointsAtTheEntriesThatShowIt() {
        PlayedExercise played = PlayedExercise.ended(context);
        long inject = played.inject().seq();
        Finding first = done(findings.record(
                played.evaluator(), played.id(), draft("Role resilience", played.decision(), inject, inject)));
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.cites()).containsExactly(inject, played.decision());
        assertThat(first.entries())
                .containsExactly(new EntryRef(played.id(), inject), new EntryRef(played.id(), played.decision()));
        assertThat(first.by()).isEqualTo(played.evaluator().person());
        assertThat(first.byName()).isNotBlank();
        assertThat(first.at()).isEqualTo(time.instant());

        Finding second = done(findings.record(played.director(), played.id(), draft("Radio discipline", inject)));
        assertThat(second.number()).isEqualTo(2);
        assertThat(findings.findings(played.controller(), played.id())).containsExactly(first, second);
        assertThat(findings.finding(played.evaluator(), second.id())).contains(second);
        assertThat(findings.citing(played.director(), new EntryRef(played.id(), played.decision())))
                .containsExactly(first);
        assertThat(findings.citing(played.director(), new EntryRef(played.id(), inject)))
                .containsExactly(first, second);
    }

    @Test
    void nothingIsFoundBeforeEndexAndNothingOutsideTheRecord() {
        PlayedExercise played = PlayedExercise.running(context);
        assertThat(refusal(findings.record(played.evaluator(), played.id(), draft("Role resilience", 1L))))
                .isEqualTo("finding-before-endex");
        played.end();
        long head = played.play().seq();
        assertThat(refusal(findings.record(played.evaluator(), played.id(), draft("Role resilience", head + 1))))
                .isEqualTo("no-such-entry");
        assertThat(refusal(findings.record(played.evaluator(), played.id(), draft("Role resilience"))))
                .isEqualTo("finding-cites-nothing");
        assertThat(findings.findings(played.evaluator(), played.id())).isEmpty();
        done(findings.record(played.evaluator(), played.id(), draft("Role resilience", head)));
        played.seal();
        done(findings.record(played.evaluator(), played.id(), draft("Role resilience", head + 1)));
    }

    @Test
    void everyVersionIsKept() {
        PlayedExercise played = PlayedExercise.ended(context);
        Finding first = done(findings.record(played.evaluator(), played.id(), draft("Role resilience", 1L)));
        time.advance(Duration.ofMinutes(5));
        FindingDraft better = new FindingDraft(
                "Both cells closed the lane",
                "One does",
                "Crews met a shut gate",
                "Media challenges",
                true,
                List.of(2L, 3L));
        Finding changed = done(findings.change(played.controller(), first.id(), first.version(), better));
        assertThat(changed.draft()).isEqualTo(better);
        assertThat(changed.number()).isEqualTo(first.number());
        assertThat(changed.by()).isEqualTo(first.by());
        assertThat(findings.citing(played.director(), new EntryRef(played.id(), 1)))
                .isEmpty();

        assertThat(refusal(findings.change(played.evaluator(), first.id(), first.version(), better)))
                .isEqualTo("finding-changed");
        assertThat(refusal(findings.withdraw(played.evaluator(), first.id(), " ")))
                .isEqualTo("withdrawal-reason-missing");
        Finding gone = done(findings.withdraw(played.director(), first.id(), "Written twice"));
        assertThat(gone.withdrawn())
                .hasValueSatisfying(w -> assertThat(w.reason()).isEqualTo("Written twice"));
        assertThat(refusal(findings.change(played.evaluator(), first.id(), gone.version(), better)))
                .isEqualTo("finding-withdrawn");
        assertThat(findings.findings(played.director(), played.id())).isEmpty();
        assertThat(findings.withdrawn(played.director(), played.id())).containsExactly(gone);
        assertThat(findings.finding(played.director(), first.id())).contains(gone);
        assertThat(findings.citing(played.director(), new EntryRef(played.id(), 2)))
                .isEmpty();

        List<FindingVersion> history = findings.history(played.director(), first.id());
        assertThat(history)
                .extracting(FindingVersion::act)
                .containsExactly(FindingVersion.Act.RECORDED, FindingVersion.Act.CHANGED, FindingVersion.Act.WITHDRAWN);
        assertThat(history).extracting(FindingVersion::content).containsExactly(first.draft(), better, better);
        assertThat(history.get(1).at()).isEqualTo(first.at().plus(Duration.ofMinutes(5)));
        assertThat(history.get(1).by()).isEqualTo(played.controller().person());
        assertThat(history.getLast().reason()).isEqualTo("Written twice");
        assertThatThrownBy(() -> sql.execute("update finding_history set what = 'Something else'"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> sql.execute("delete from finding")).hasStackTraceContaining("permission denied");

        assertThat(done(findings.record(played.evaluator(), played.id(), draft("Role resilience", 1L)))
                        .number())
                .as("a withdrawn finding keeps its number")
                .isEqualTo(2);
    }

    @Test
    void numbersHaveNoGapsWhenSeveralWriteAtOnce() throws Exception {
        PlayedExercise played = PlayedExercise.ended(context);
        List<Future<FindingAnswer>> answers = new ArrayList<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 24; i++) {
                answers.add(writers.submit(
                        () -> findings.record(played.evaluator(), played.id(), draft("Role resilience", 1L))));
            }
        }
        for (Future<FindingAnswer> answer : answers) {
            done(answer.get());
        }
        assertThat(findings.findings(played.director(), played.id()))
                .extracting(Finding::number)
                .hasSize(24)
                .startsWith(1)
                .endsWith(24);
    }

    @Test
    void playersNeitherWriteNorReadFindings() {
        PlayedExercise played = PlayedExercise.ended(context);
        Finding finding = done(findings.record(played.evaluator(), played.id(), draft("Role resilience", 1L)));
        for (Caller player : List.of(played.price(), played.apprentice())) {
            assertThatThrownBy(() -> findings.record(player, played.id(), draft("Role resilience", 1L)))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> findings.finding(player, finding.id())).isInstanceOf(NotAllowed.class);
            assertThat(findings.mayWrite(player, played.id())).isFalse();
        }
        Caller group = new Caller.SignedIn(PersonId.random(), Set.of(InstallationRole.LRC_WORKING_GROUP));
        assertThat(findings.findings(group, played.id())).containsExactly(finding);
        assertThatThrownBy(() -> findings.withdraw(group, finding.id(), "No")).isInstanceOf(NotAllowed.class);
        assertThat(findings.finding(group, FindingId.random())).isEmpty();
        assertThatThrownBy(() -> findings.change(played.director(), FindingId.random(), 1, finding.draft()))
                .isInstanceOf(NotAllowed.class);
    }

    private static FindingDraft draft(String theme, Long... cites) {
        return new FindingDraft(
                "Both cells closed Mill Lane",
                "One cell closes it",
                "Crews met a shut gate",
                theme,
                false,
                List.of(cites));
    }

    private static Finding done(FindingAnswer answer) {
        assertThat(answer).isInstanceOf(FindingAnswer.Done.class);
        return ((FindingAnswer.Done) answer).finding();
    }

    private static String refusal(FindingAnswer answer) {
        assertThat(answer).isInstanceOf(FindingAnswer.Refused.class);
        return ((FindingAnswer.Refused) answer).reason().code();
    }
}
