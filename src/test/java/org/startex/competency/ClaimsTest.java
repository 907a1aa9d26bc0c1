package org.startex.competency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.KsbCode;
import org.startex.kernel.PersonId;

class ClaimsTest {
    private static final KsbCode S6 = new KsbCode("S6");
    private static final KsbCode S15 = new KsbCode("S15");
    private static final PersonId LEARNER = PersonId.random();
    private static final PersonId ASSESSOR = PersonId.random();
    private static final PersonId OTHER_ASSESSOR = PersonId.random();

    private EvidencePiece piece = Pieces.of(LEARNER);

    ClaimsTest() {
        Claims.begin(piece, Set.of(S6), by(LEARNER)).forEach(act -> piece = piece.with(act));
    }

    @Test
    void aNewPieceWaitsForItsClaims() {
        assertThat(state(S6)).isEqualTo(ClaimState.WAITING);
        assertThat(piece.claim(S15)).isEmpty();
    }

    @Test
    void aPieceNeedsWordsAndAKsbOfTheStandard() {
        assertThat(Claims.check(" ", List.of(S6), code -> true)).contains(Refusal.STATEMENT_MISSING);
        assertThat(Claims.check("It shows", List.of(), code -> true)).contains(Refusal.NO_KSB);
        assertThat(Claims.check("It shows", List.of(S6), code -> false)).contains(Refusal.UNKNOWN_KSB);
        assertThat(Claims.check("x".repeat(2001), List.of(S6), code -> true)).contains(Refusal.TOO_LONG);
        assertThat(Claims.check("a\0b", List.of(S6), code -> true)).contains(Refusal.BAD_TEXT);
        assertThat(Claims.check("It shows", List.of(S6), code -> true)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Judgement.class)
    void aJudgementSettlesTheClaimWithItsReason(Judgement judgement) {
        judge(ASSESSOR, judgement, "Because of the rationale");
        assertThat(state(S6)).isEqualTo(ClaimState.after(judgement.act()));
        assertThat(claim(S6).last().words()).isEqualTo("Because of the rationale");
        assertThat(claim(S6).last().by()).isEqualTo(ASSESSOR);
    }

    @ParameterizedTest
    @EnumSource(Judgement.class)
    void nobodyJudgesThemselves(Judgement judgement) {
        assertThat(Claims.judge(piece, S6, judgement, "I was good", piece.read(), by(LEARNER)))
                .isEqualTo(Change.refuse(Refusal.NOT_YOURSELF));
    }

    @ParameterizedTest
    @EnumSource(Judgement.class)
    void aJudgementWithoutAReasonIsRefused(Judgement judgement) {
        assertThat(Claims.judge(piece, S6, judgement, "  ", piece.read(), by(ASSESSOR)))
                .isEqualTo(Change.refuse(Refusal.REASON_MISSING));
    }

    @Test
    void aJudgementOfWhatWasNotReadIsRefused() {
        int read = piece.read();
        judge(OTHER_ASSESSOR, Judgement.DECLINED, "No risk was weighed");
        assertThat(Claims.judge(piece, S6, Judgement.ACCEPTED, "Good", read, by(ASSESSOR)))
                .isEqualTo(Change.refuse(Refusal.CHANGED_MEANWHILE));
    }

    @Test
    void whatHappenedToAnotherClaimDoesNotMakeAJudgementStale() {
        int read = piece.read();
        does(Claims.claim(piece, S15, code -> true, by(LEARNER)));
        assertThat(Claims.judge(piece, S6, Judgement.ACCEPTED, "Good", read, by(ASSESSOR)))
                .isInstanceOf(Change.Done.class);
    }

    @Test
    void moreWantedIsAnsweredAndJudgedAgain() {
        judge(ASSESSOR, Judgement.MORE_WANTED, "Which risks did you weigh?");
        does(Claims.resubmit(piece, S6, "Smoke towards the care home.", by(LEARNER)));
        assertThat(state(S6)).isEqualTo(ClaimState.WAITING);
        judge(ASSESSOR, Judgement.ACCEPTED, "Clear now");
        assertThat(claim(S6).history())
                .extracting(EvidenceAct::act)
                .containsExactly(ActKind.CLAIMED, ActKind.MORE_WANTED, ActKind.RESUBMITTED, ActKind.ACCEPTED);
        assertThat(piece.history()).extracting(EvidenceAct::number).containsExactly(1, 2, 3, 4);
    }

    @Test
    void nothingIsAddedThatNobodyAskedFor() {
        assertThat(Claims.resubmit(piece, S6, "More", by(LEARNER))).isEqualTo(Change.refuse(Refusal.NOTHING_ASKED_FOR));
        judge(ASSESSOR, Judgement.MORE_WANTED, "Which risks?");
        assertThat(Claims.resubmit(piece, S6, " ", by(LEARNER))).isEqualTo(Change.refuse(Refusal.STATEMENT_MISSING));
    }

    @Test
    void aJudgementIsCorrectedByAnotherWithAReasonAndBothStay() {
        judge(ASSESSOR, Judgement.ACCEPTED, "Good");
        assertThat(Claims.judge(piece, S6, Judgement.ACCEPTED, "Good", piece.read(), by(ASSESSOR)))
                .isEqualTo(Change.refuse(Refusal.SAME_JUDGEMENT));
        judge(ASSESSOR, Judgement.DECLINED, "I read the wrong entry");
        assertThat(state(S6)).isEqualTo(ClaimState.DECLINED);
        assertThat(claim(S6).history()).hasSize(3);
    }

    @Test
    void aClaimIsTakenBackUntilItIsJudgedForGood() {
        does(Claims.withdraw(piece, S6, by(LEARNER)));
        assertThat(state(S6)).isEqualTo(ClaimState.WITHDRAWN);
        assertThat(Claims.judge(piece, S6, Judgement.ACCEPTED, "Good", piece.read(), by(ASSESSOR)))
                .isEqualTo(Change.refuse(Refusal.WITHDRAWN));
        does(Claims.claim(piece, S6, code -> true, by(LEARNER)));
        judge(ASSESSOR, Judgement.ACCEPTED, "Good");
        assertThat(Claims.withdraw(piece, S6, by(LEARNER))).isEqualTo(Change.refuse(Refusal.NOT_CLAIMED));
        assertThat(Claims.claim(piece, S6, code -> true, by(LEARNER)))
                .isEqualTo(Change.refuse(Refusal.ALREADY_CLAIMED));
    }

    @Test
    void thePartOfTheJudgeInTheExerciseIsKept() {
        Moment observer = new Moment(ASSESSOR, Instant.EPOCH, true, ExerciseRole.EVALUATOR);
        does(Claims.judge(piece, S6, Judgement.ACCEPTED, "Good", piece.read(), observer));
        assertThat(claim(S6).last().observed()).isTrue();
        assertThat(claim(S6).last().part()).isEqualTo(Optional.of(ExerciseRole.EVALUATOR));
    }

    private void judge(PersonId who, Judgement judgement, String reason) {
        does(Claims.judge(piece, S6, judgement, reason, piece.read(), by(who)));
    }

    private void does(Change<EvidenceAct> change) {
        assertThat(change).isInstanceOf(Change.Done.class);
        piece = piece.with(((Change.Done<EvidenceAct>) change).value());
    }

    private Claim claim(KsbCode ksb) {
        return piece.claim(ksb).orElseThrow();
    }

    private ClaimState state(KsbCode ksb) {
        return claim(ksb).state();
    }

    private static Moment by(PersonId person) {
        return Moment.of(person, Instant.EPOCH);
    }
}
