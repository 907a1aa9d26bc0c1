package org.startex.competency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.startex.kernel.InstallationRole.ASSESSOR;
import static org.startex.kernel.InstallationRole.EXERCISE_DIRECTOR;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.startex.kernel.EntryRef;
import org.startex.kernel.EvidenceId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.KsbCode;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;
import org.startex.standards.NosKind;
import org.startex.standards.NosReference;
import org.startex.testing.StartexTest;

/** Every role tried against every kind of record that a person has: nobody sees or changes another's without the right. */
@StartexTest
@Import(SealedExercise.class)
@TestInstance(Lifecycle.PER_CLASS)
class CompetencyRightsTest {
    private static final KsbCode S6 = new KsbCode("S6");
    private static final NosReference RESPOND = new NosReference("SFJCCAG1", 2025);

    @Autowired
    SealedExercise stage;

    @Autowired
    LearnerService learners;

    @Autowired
    EvidenceService evidence;

    @Autowired
    SelfAssessmentService self;

    private final Map<String, Caller> callers = new LinkedHashMap<>();
    private Caller.SignedIn learner;
    private EvidenceId piece;
    private EntryRef entry;
    private SelfRoundId round;

    @BeforeAll
    void everybodyIsThere() {
        Caller.SignedIn director = stage.person("Director", EXERCISE_DIRECTOR);
        learner = stage.person("Learner");
        Caller.SignedIn named = stage.person("Named", ASSESSOR);
        Caller.SignedIn ended = stage.person("Ended", ASSESSOR);
        Caller.SignedIn reader = stage.person("Reader");
        SealedExercise.Run run = stage.start(director);
        run.joins(learner, "");
        callers.put("nobody", Caller.NOBODY);
        callers.put("joined player", run.joins(Caller.NOBODY, "A. Rahman"));
        for (ExerciseRole role : ExerciseRole.values()) {
            if (role != ExerciseRole.DIRECTOR && role != ExerciseRole.PLAYER) {
                Caller.SignedIn staff = stage.person("Staff " + role.code());
                run.staff(staff, role);
                callers.put(role.code() + " of the exercise", staff);
            }
        }
        run.startex();
        entry = new EntryRef(run.id, run.decides(learner, "Close the coast road"));
        run.sealed();
        learners.enrol(learner);
        learners.nameAssessor(learner, named.person());
        learners.nameAssessor(learner, ended.person());
        piece = done(evidence.submit(learner, entry, 0, "It shows a reason", Set.of(S6)));
        learners.endAssessor(learner, ended.person());
        round = done(self.begin(learner, RESPOND));
        done(self.rate(learner, round, NosKind.SKILLS_AND_BEHAVIOURS, 1, 4));
        done(self.share(learner, round, stage.usernameOf(reader)));
        callers.put("director of the exercise", director);
        callers.put("signed in", stage.person("Plain"));
        for (InstallationRole role : InstallationRole.values()) {
            callers.put("role " + role, stage.person("Holds " + role, role));
        }
        Caller.SignedIn otherLearner = stage.person("Other learner");
        learners.enrol(otherLearner);
        callers.put("another learner", otherLearner);
        callers.put("assessor whose time is over", ended);
        callers.put("named assessor who lost the role", SealedExercise.without(named));
        callers.put("named assessor", named);
        callers.put("reader of the round", reader);
        callers.put("learner", learner);
    }

    private record Try(String what, Set<String> who, Consumer<Caller> act) {}

    /** What exists about a person, and who alone is let through. Acts are such that they are refused for what they are and change nothing. */
    private List<Try> tries() {
        Set<String> readers = Set.of("learner", "named assessor");
        Set<String> owner = Set.of("learner");
        List<Try> tries = new ArrayList<>();
        tries.add(new Try("read the record", readers, c -> learners.record(c, learner.person())));
        tries.add(new Try("read a piece", readers, c -> evidence.piece(c, piece)));
        tries.add(new Try("read who has a part in a piece", readers, c -> evidence.names(c, piece)));
        tries.add(new Try("check a piece", readers, c -> evidence.check(c, piece)));
        tries.add(new Try("ask whether one may judge", readers, c -> evidence.mayJudge(c, piece)));
        tries.add(new Try(
                "judge a claim",
                Set.of("named assessor"),
                c -> evidence.judge(c, piece, S6, Judgement.ACCEPTED, "", 1)));
        tries.add(new Try("claim", owner, c -> evidence.claim(c, piece, S6)));
        tries.add(new Try("take a claim back", owner, c -> evidence.withdraw(c, piece, new KsbCode("K1"))));
        tries.add(new Try("add to a claim", owner, c -> evidence.resubmit(c, piece, S6, "More")));
        tries.add(
                new Try("read a self-assessment", Set.of("learner", "reader of the round"), c -> self.round(c, round)));
        tries.add(new Try("rate", owner, c -> self.rate(c, round, NosKind.SKILLS_AND_BEHAVIOURS, 1, 11)));
        tries.add(new Try("show a round", owner, c -> self.share(c, round, "nobody-at-all")));
        return tries;
    }

    @TestFactory
    Stream<DynamicTest> onlyWhoMayIsLetThrough() {
        return tries().stream()
                .flatMap(attempt -> callers.entrySet().stream()
                        .map(who -> DynamicTest.dynamicTest(
                                attempt.what() + " by " + who.getKey(),
                                () -> assertThat(isLetThrough(attempt, who.getValue()))
                                        .isEqualTo(attempt.who().contains(who.getKey())))));
    }

    /** Lists that everybody may ask for show each only their own. */
    @TestFactory
    Stream<DynamicTest> listsShowNothingOfOthers() {
        return callers.entrySet().stream()
                .filter(who -> who.getValue() instanceof Caller.SignedIn)
                .map(who -> DynamicTest.dynamicTest(who.getKey(), () -> {
                    boolean own = who.getKey().equals("learner");
                    boolean judge = who.getKey().equals("named assessor");
                    Caller caller = who.getValue();
                    assertThat(evidence.proposals(caller).isEmpty()).isEqualTo(!own);
                    assertThat(evidence.citing(caller, entry).isEmpty()).isEqualTo(!own && !judge);
                    assertThat(self.rounds(caller).isEmpty()).isEqualTo(!own);
                    assertThat(self.shownToMe(caller).isEmpty())
                            .isEqualTo(!who.getKey().equals("reader of the round"));
                    assertThat(learners.mine(caller).map(LearnerRecord::learner))
                            .isEqualTo(learners.mine(caller).map(record -> ((Caller.SignedIn) caller).person()));
                    if (((Caller.SignedIn) caller).has(ASSESSOR)) {
                        assertThat(evidence.queue(caller).isEmpty()).isEqualTo(!judge);
                        assertThat(learners.learners(caller).isEmpty()).isEqualTo(!judge);
                    }
                }));
    }

    @Test
    void finishingEndingAndDeletingARoundAreItsPersonsAlone() {
        callers.forEach((name, caller) -> {
            if (!name.equals("learner")) {
                assertThat(refused(() -> self.finish(caller, round))).as(name).isTrue();
                assertThat(refused(() -> self.endSharing(caller, round)))
                        .as(name)
                        .isTrue();
                assertThat(refused(() -> self.delete(caller, round))).as(name).isTrue();
            }
        });
        assertThat(self.round(learner, round).open()).isTrue();
    }

    private static boolean isLetThrough(Try attempt, Caller caller) {
        return !refused(() -> attempt.act().accept(caller));
    }

    private static boolean refused(Runnable act) {
        try {
            act.run();
            return false;
        } catch (NotAllowed notAllowed) {
            return true;
        }
    }

    private static <T> T done(Change<T> change) {
        assertThat(change).isInstanceOf(Change.Done.class);
        return ((Change.Done<T>) change).value();
    }
}
