package org.startex.competency;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.startex.kernel.InstallationRole.ASSESSOR;
import static org.startex.kernel.InstallationRole.EXERCISE_DIRECTOR;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.startex.kernel.EntryRef;
import org.startex.kernel.EvidenceId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.KsbCode;
import org.startex.logbook.ActionWords;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;
import org.startex.testing.StartexTest;

@StartexTest
@Import(SealedExercise.class)
class EvidenceServiceTest {
    private static final KsbCode S6 = new KsbCode("S6");
    private static final KsbCode S15 = new KsbCode("S15");
    private static final String STATEMENT = "I weighed the wind against the walking time and wrote down why.";

    @Autowired
    SealedExercise stage;

    @Autowired
    LearnerService learners;

    @Autowired
    EvidenceService evidence;

    @Autowired
    DSLContext sql;

    private Caller.SignedIn director;
    private Caller.SignedIn learner;
    private Caller.SignedIn assessor;
    private Caller.Joined player;
    private SealedExercise.Run run;

    @BeforeEach
    void anExerciseBegins() {
        director = stage.person("G. Price", EXERCISE_DIRECTOR);
        learner = stage.person("M. Okafor");
        assessor = stage.person("H. Castellan", ASSESSOR);
        learners.enrol(learner);
        learners.nameAssessor(learner, assessor.person());
        run = stage.start(director);
        player = run.joins(learner, "");
        run.startex();
    }

    @Test
    void anUnsealedRecordGivesNoProposalAndSaysSo() {
        run.decides(learner, "Close the coast road");
        assertThat(evidence.proposals(learner)).isEmpty();
        assertThat(evidence.unsealed(learner)).containsExactly("Caravan site, May");
        run.sealed();
        assertThat(evidence.proposals(learner)).hasSize(1);
        assertThat(evidence.unsealed(learner)).isEmpty();
    }

    @Test
    void aDecisionIsProposedWithWhatWasKnownAndWhereItStands() {
        long seq = run.decides(learner, "Close the coast road");
        run.sealed();
        Proposal proposal = evidence.proposals(learner).getFirst();
        assertThat(proposal.kind()).isEqualTo(EvidenceKind.DECISION);
        assertThat(proposal.entry()).isEqualTo(new EntryRef(run.id, seq));
        EvidenceContext context = proposal.context();
        assertThat(requireNonNull(context.decision()).decision()).isEqualTo("Close the coast road");
        assertThat(requireNonNull(context.decision()).rationale()).isEqualTo("The wind turns at 10:45");
        assertThat(context.cell()).isEqualTo("Tactical");
        assertThat(context.name()).isEqualTo("M. Okafor");
        assertThat(requireNonNull(context.answers()).text())
                .isEqualTo(run.inject().words().text());
        assertThat(context.reliedOn())
                .extracting(EvidenceContext.Known::seq)
                .containsExactly(run.inject().seq());
        assertThat(context.hash()).hasSize(64);
        assertThat(context.seal().headHash()).hasSize(64);
        assertThat(proposal.suggested())
                .isNotEmpty()
                .containsExactlyElementsOf(stage.conduct
                        .exercise(Caller.PROGRAM, run.id)
                        .content()
                        .orElseThrow()
                        .plan()
                        .inject(run.inject().number())
                        .orElseThrow()
                        .ksbs());
    }

    @Test
    void whatOthersDecidedIsNotProposedButAnActionThatNamesTheLearnerIs() {
        Caller other = run.joins(Caller.NOBODY, "A. Rahman");
        run.decides(
                other,
                "Open a rest centre",
                new ActionWords("Ring the school", "  m. okafor ", "10:30"),
                new ActionWords("Find beds", "Logistics", ""));
        run.sealed();
        assertThat(evidence.proposals(learner)).singleElement().satisfies(proposal -> {
            assertThat(proposal.kind()).isEqualTo(EvidenceKind.ACTION);
            assertThat(proposal.part()).isEqualTo(1);
            assertThat(requireNonNull(proposal.context().action()).text()).isEqualTo("Ring the school");
            assertThat(requireNonNull(proposal.context().decision()).maker()).isEqualTo("A. Rahman");
            assertThat(proposal.context().known()).isEmpty();
        });
    }

    @Test
    void whatALoggistLoggedForThemIsTheirsOnlyOnceTheyHaveConfirmedIt() {
        Caller.SignedIn lane = stage.person("P. Lane");
        run.staff(lane, ExerciseRole.LOGGIST);
        long confirmed = run.logsFor(lane, player.participant(), "Close the coast road");
        run.logsFor(lane, player.participant(), "Open the second rest centre");
        long disputed = run.logsFor(lane, player.participant(), "Send the boats");
        run.confirms(learner, confirmed);
        run.disputes(learner, disputed, "That was Gold");
        run.sealed();
        assertThat(evidence.proposals(learner)).singleElement().satisfies(proposal -> {
            assertThat(proposal.entry()).isEqualTo(new EntryRef(run.id, confirmed));
            assertThat(requireNonNull(proposal.context().decision()).maker()).isEqualTo("M. Okafor");
        });
    }

    @Test
    void anObservationIsProposedAndStandsWithTheDecisionThatItIsAbout() {
        Caller.SignedIn evaluator = stage.person("P. Nair");
        run.staff(evaluator, ExerciseRole.EVALUATOR);
        long decision = run.decides(learner, "Close the coast road");
        long seq = run.observes(evaluator, player, decision, "Weighed the wind aloud", new KsbCode("B3"));
        run.sealed();
        Proposal decided = of(EvidenceKind.DECISION);
        Proposal observed = of(EvidenceKind.OBSERVATION);
        assertThat(decided.suggested()).startsWith(new KsbCode("B3"));
        assertThat(decided.context().observations()).singleElement().satisfies(one -> {
            assertThat(one.by()).isEqualTo("P. Nair");
            assertThat(one.person()).isEqualTo(evaluator.person());
            assertThat(one.note()).isEqualTo("Weighed the wind aloud");
            assertThat(one.rating()).isNotBlank().isNotEqualTo("P");
        });
        assertThat(observed.entry().seq()).isEqualTo(seq);
        assertThat(requireNonNull(observed.context().decision()).decision()).isEqualTo("Close the coast road");
        assertThat(observed.context().hash()).isNotEqualTo(decided.context().hash());
    }

    @Test
    void whoeverObservedAndJudgesIsShownToHaveFilledBothParts() {
        run.staff(assessor, ExerciseRole.EVALUATOR);
        long decision = run.decides(learner, "Close the coast road");
        run.observes(assessor, player, decision, "Weighed the wind aloud");
        run.sealed();
        EvidenceId id = assertDone(evidence.submit(learner, new EntryRef(run.id, decision), 0, STATEMENT, Set.of(S6)));
        assertDone(evidence.judge(assessor, id, S6, Judgement.ACCEPTED, "I saw it", 1));
        EvidenceAct judged = evidence.piece(learner, id).claim(S6).orElseThrow().last();
        assertThat(judged.observed()).isTrue();
        assertThat(judged.part()).contains(ExerciseRole.EVALUATOR);
    }

    private Proposal of(EvidenceKind kind) {
        return evidence.proposals(learner).stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoeverJoinedWithoutSigningInHasNothingProposed() {
        Caller.SignedIn stranger = stage.person("A. Rahman");
        learners.enrol(stranger);
        Caller joined = run.joins(Caller.NOBODY, "A. Rahman");
        run.decides(joined, "Open a rest centre");
        run.sealed();
        assertThat(evidence.proposals(stranger)).isEmpty();
    }

    @Test
    void theLoopFromProposalToAcceptance() {
        EvidenceId id = aPiece(S6, S15);
        assertThat(evidence.queue(assessor))
                .hasSize(2)
                .allMatch(one -> one.learner().equals("M. Okafor"));
        assertThat(learners.record(assessor, learner.person())
                        .orElseThrow()
                        .matrix()
                        .line(S6)
                        .orElseThrow()
                        .waiting())
                .isEqualTo(1);
        assertDone(evidence.judge(assessor, id, S6, Judgement.ACCEPTED, "Decision and reason are in the log", 2));
        assertDone(evidence.judge(assessor, id, S15, Judgement.MORE_WANTED, "Which evidence?", 3));
        assertThat(evidence.queue(assessor)).isEmpty();
        assertDone(evidence.resubmit(learner, id, S15, "The wind forecast of inject 3"));
        assertThat(evidence.queue(assessor))
                .singleElement()
                .satisfies(one -> assertThat(one.claim().ksb()).isEqualTo(S15));
        assertDone(evidence.judge(assessor, id, S15, Judgement.DECLINED, "The forecast came later", 5));
        Matrix matrix = learners.mine(learner).orElseThrow().matrix();
        assertThat(matrix.line(S6).orElseThrow().accepted()).isEqualTo(1);
        assertThat(matrix.line(S6).orElseThrow().lastShown()).isNotNull();
        assertThat(matrix.line(S15).orElseThrow().declined()).isEqualTo(1);
        assertThat(evidence.piece(learner, id).history())
                .extracting(EvidenceAct::act)
                .containsExactly(
                        ActKind.CLAIMED,
                        ActKind.CLAIMED,
                        ActKind.ACCEPTED,
                        ActKind.MORE_WANTED,
                        ActKind.RESUBMITTED,
                        ActKind.DECLINED);
        assertThat(evidence.names(learner, id))
                .containsEntry(assessor.person(), "H. Castellan")
                .containsEntry(learner.person(), "M. Okafor");
    }

    @Test
    void thePartOfAJudgeInTheExerciseIsKeptWithTheJudgement() {
        run.staff(assessor, ExerciseRole.CONTROLLER);
        EvidenceId id = aPiece(S6);
        evidence.judge(assessor, id, S6, Judgement.ACCEPTED, "Good", 1);
        EvidenceAct judged = evidence.piece(learner, id).claim(S6).orElseThrow().last();
        assertThat(judged.part()).contains(ExerciseRole.CONTROLLER);
        assertThat(judged.observed()).isFalse();
    }

    @Test
    void aPieceIsMadeOnceAndOnlyOfWhatIsProposed() {
        EvidenceId id = aPiece(S6);
        EntryRef entry = evidence.piece(learner, id).entry();
        assertThat(evidence.submit(learner, entry, 0, STATEMENT, Set.of(S15)))
                .isEqualTo(Change.refuse(Refusal.ALREADY_A_PIECE));
        assertThat(evidence.submit(learner, new EntryRef(run.id, 1), 0, STATEMENT, Set.of(S15)))
                .isEqualTo(Change.refuse(Refusal.NO_SUCH_PROPOSAL));
        Caller.SignedIn other = stage.person("Somebody else");
        assertThat(evidence.submit(other, entry, 0, STATEMENT, Set.of(S15)))
                .isEqualTo(Change.refuse(Refusal.NOT_ENROLLED));
        learners.enrol(other);
        assertThat(evidence.submit(other, entry, 0, STATEMENT, Set.of(S15)))
                .isEqualTo(Change.refuse(Refusal.NO_SUCH_PROPOSAL));
        assertThat(evidence.proposals(learner).getFirst().taken()).contains(id);
    }

    @Test
    void anUnfitPieceLeavesNothingBehind() {
        long seq = run.decides(learner, "Close the coast road");
        run.sealed();
        EntryRef entry = new EntryRef(run.id, seq);
        assertThat(evidence.submit(learner, entry, 0, "", Set.of(S6)))
                .isEqualTo(Change.refuse(Refusal.STATEMENT_MISSING));
        assertThat(evidence.submit(learner, entry, 0, STATEMENT, Set.of(S6, new KsbCode("K99"))))
                .isEqualTo(Change.refuse(Refusal.UNKNOWN_KSB));
        assertThat(learners.mine(learner).orElseThrow().pieces()).isEmpty();
    }

    @Test
    void theRecordBearsThePieceOut() {
        EvidenceId id = aPiece(S6);
        assertThat(evidence.check(assessor, id).holds()).isTrue();
    }

    @Test
    void anEntryTellsWhatCitesItToThoseWhoMayKnow() {
        EvidenceId id = aPiece(S6);
        EntryRef entry = evidence.piece(learner, id).entry();
        assertThat(evidence.citing(learner, entry))
                .extracting(EvidencePiece::id)
                .containsExactly(id);
        assertThat(evidence.citing(assessor, entry)).hasSize(1);
        assertThat(evidence.citing(director, entry)).isEmpty();
        assertThat(evidence.citing(Caller.NOBODY, entry)).isEmpty();
    }

    @Test
    void anAssessorMayJudgeUntilTheLearnerEndsIt() {
        EvidenceId id = aPiece(S6);
        assertDone(learners.endAssessor(learner, assessor.person()));
        assertThatThrownBy(() -> evidence.judge(assessor, id, S6, Judgement.ACCEPTED, "Good", 1))
                .isInstanceOf(NotAllowed.class);
        assertThat(evidence.queue(assessor)).isEmpty();
        assertThat(learners.learners(assessor)).isEmpty();
        stage.time.advance(Duration.ofMinutes(1));
        assertDone(learners.nameAssessor(learner, assessor.person()));
        assertDone(evidence.judge(assessor, id, S6, Judgement.ACCEPTED, "Good", 1));
    }

    @Test
    void onlyAssessorsAreNamedAndNobodyNamesThemselves() {
        Caller.SignedIn both = stage.person("Both", ASSESSOR);
        learners.enrol(both);
        assertThat(learners.nameAssessor(both, both.person())).isEqualTo(Change.refuse(Refusal.NOT_YOURSELF));
        assertThat(learners.nameAssessor(both, director.person())).isEqualTo(Change.refuse(Refusal.NOT_AN_ASSESSOR));
        assertThat(learners.assessors(both)).noneMatch(one -> one.person().equals(both.person()));
        assertThat(learners.nameAssessor(learner, assessor.person())).isEqualTo(Change.refuse(Refusal.ALREADY_NAMED));
        assertThat(learners.enrol(learner)).isEqualTo(Change.refuse(Refusal.ALREADY_ENROLLED));
    }

    @Test
    void whatIsWrittenIsNeverChanged() {
        EvidenceId id = aPiece(S6);
        assertThatThrownBy(() -> sql.execute("update evidence_act set words = 'x'"))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sql.execute("delete from evidence_act")).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sql.execute("update evidence set statement = 'x'"))
                .isInstanceOf(DataAccessException.class);
        assertThat(evidence.piece(learner, id).statement()).isEqualTo(STATEMENT);
    }

    private EvidenceId aPiece(KsbCode... ksbs) {
        long seq = run.decides(learner, "Close the coast road");
        run.sealed();
        return assertDone(evidence.submit(learner, new EntryRef(run.id, seq), 0, STATEMENT, Set.copyOf(List.of(ksbs))));
    }

    private static <T> T assertDone(Change<T> change) {
        assertThat(change).isInstanceOf(Change.Done.class);
        return ((Change.Done<T>) change).value();
    }
}
