package org.startex.ui.competency;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.competency.Change;
import org.startex.competency.ClaimState;
import org.startex.competency.EvidenceService;
import org.startex.competency.Judgement;
import org.startex.competency.WaitingClaim;
import org.startex.conduct.JoinCode;
import org.startex.conduct.Joining;
import org.startex.kernel.ClientId;
import org.startex.kernel.EntryRef;
import org.startex.kernel.EvidenceId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.KsbCode;
import org.startex.logbook.DecisionDraft;
import org.startex.logbook.LogbookService;
import org.startex.people.Caller;
import org.startex.ui.StaffScreenTest;

class UC041JudgeEvidenceTest extends StaffScreenTest {
    private static final KsbCode S6 = new KsbCode("S6");
    private static final KsbCode S15 = new KsbCode("S15");

    @Autowired
    LogbookService logbook;

    @Autowired
    EvidenceService evidence;

    private EvidenceId piece;

    @BeforeEach
    void aPieceWaits() {
        clearQueue();
        ExerciseId id = aPlannedExercise();
        JoinCode code = joining.codes(caller("director"), id).stream()
                .filter(each -> TACTICAL.equals(each.cell()))
                .findFirst()
                .orElseThrow();
        assertThat(joining.join(caller("apprentice"), new Joining.Request(code.code(), "", "", "", "10.1.1.3")))
                .isInstanceOf(Joining.Result.Joined.class);
        done(conduct.start(caller("director"), id, ClientId.random()));
        done(logbook.logDecision(
                caller("apprentice"),
                id,
                ClientId.random(),
                new DecisionDraft(null, List.of(), "Walk out by the north gate", "It is upwind", "", "", List.of(), ""),
                time.instant()));
        done(conduct.end(caller("director"), id, ClientId.random(), ""));
        done(conduct.seal(caller("director"), id, ClientId.random()));
        EntryRef entry = new EntryRef(
                id, logbook.decisions(Caller.PROGRAM, id).getFirst().seq());
        Change<EvidenceId> made =
                evidence.submit(caller("apprentice"), entry, 0, "I wrote down who goes and why.", Set.of(S6, S15));
        piece = ((Change.Done<EvidenceId>) made).value();
        signIn("assessor");
    }

    @Test
    void theQueueOpensTheLongestWaitingAndTheNextAfterEachJudgement() {
        navigate(QueueView.class);
        assertThat(pageText())
                .contains("2 claims wait")
                .contains("I wrote down who goes and why.")
                .contains("It is upwind")
                .contains("Your judgement for S6");
        write("Why it shows it", "Who, what and why are in the entry.");
        press("Accept S6");
        assertThat(state(S6)).isEqualTo(ClaimState.ACCEPTED);
        assertThat(pageText()).contains("1 claim waits").contains("Your judgement for S15");
        press("More wanted");
        write("What is missing", "What did you know of the wind?");
        press("Ask for more on S15");
        assertThat(state(S15)).isEqualTo(ClaimState.MORE_WANTED);
        assertThat(pageText()).contains("Nothing waits for you.").contains("M. Okafor");
    }

    @Test
    void aJudgementWithoutAReasonStaysOpenAndSaysWhy() {
        navigate(QueueView.class);
        press("Accept S6");
        assertThat(pageText()).contains("Give a reason.");
        assertThat(state(S6)).isEqualTo(ClaimState.WAITING);
    }

    @Test
    void theLearnerReadsTheReasonAddsAndItWaitsAgain() {
        judge(S15, Judgement.MORE_WANTED, "What did you know of the wind?");
        signIn("apprentice");
        navigate(EvidenceView.class, Map.of("id", piece.toString()));
        assertThat(pageText()).contains("What did you know of the wind?").contains("More wanted");
        write("Add what was asked for", "The forecast of inject 3.");
        press("Send again");
        assertThat(state(S15)).isEqualTo(ClaimState.WAITING);
        assertThat(pageText()).contains("The forecast of inject 3.").contains("Added to");
    }

    @Test
    void theLearnerSeesNoWayToJudgeAndTheAssessorNoWayToClaim() {
        signIn("apprentice");
        navigate(EvidenceView.class, Map.of("id", piece.toString()));
        assertThat(offers("Accept S6")).isFalse();
        assertThat(offers("Take back S6")).isTrue();
        signIn("assessor");
        navigate(EvidenceView.class, Map.of("id", piece.toString()));
        assertThat(offers("Accept S6")).isTrue();
        assertThat(offers("Take back S6")).isFalse();
    }

    @Test
    void aJudgementIsCorrectedWithAnotherReason() {
        judge(S6, Judgement.ACCEPTED, "Good");
        navigate(EvidenceView.class, Map.of("id", piece.toString()));
        press("Judge S6 again…");
        press("Decline");
        write("Why it does not show it", "I had read another entry.");
        press("Decline S6");
        assertThat(state(S6)).isEqualTo(ClaimState.DECLINED);
        assertThat(pageText()).contains("I had read another entry.").contains("Good");
    }

    @Test
    void whoeverIsNoAssessorHasNoQueue() {
        signIn("director");
        navigate(QueueView.class);
        assertThat(pageText()).contains("not yours to read");
        assertThat(find(Grid.class).exists()).isFalse();
    }

    private void judge(KsbCode ksb, Judgement judgement, String reason) {
        assertThat(evidence.judge(
                        assessor(),
                        piece,
                        ksb,
                        judgement,
                        reason,
                        evidence.piece(assessor(), piece).read()))
                .isInstanceOf(Change.Done.class);
    }

    private ClaimState state(KsbCode ksb) {
        return evidence.piece(assessor(), piece).claim(ksb).orElseThrow().state();
    }

    private Caller assessor() {
        return new Caller.SignedIn(person("assessor").person(), Set.of(InstallationRole.ASSESSOR));
    }

    /** What other tests of this installation left waiting. */
    private void clearQueue() {
        for (WaitingClaim one : evidence.queue(assessor())) {
            evidence.judge(
                    assessor(), one.piece().id(), one.claim().ksb(), Judgement.DECLINED, "Cleared", Integer.MAX_VALUE);
        }
    }
}
