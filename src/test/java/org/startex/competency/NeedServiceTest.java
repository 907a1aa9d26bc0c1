package org.startex.competency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.startex.kernel.InstallationRole.ASSESSOR;
import static org.startex.kernel.InstallationRole.EXERCISE_DIRECTOR;
import static org.startex.kernel.InstallationRole.LRC_WORKING_GROUP;

import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.startex.debrief.FindingAnswer;
import org.startex.debrief.FindingDraft;
import org.startex.debrief.FindingService;
import org.startex.kernel.KsbCode;
import org.startex.kernel.LessonId;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonAnswer;
import org.startex.lessons.LessonDraft;
import org.startex.lessons.LessonService;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;
import org.startex.testing.PlayedExercise;
import org.startex.testing.StartexTest;

@StartexTest
@Import(SealedExercise.class)
class NeedServiceTest {
    private static final KsbCode S15 = new KsbCode("S15");
    private static final String TEXT = "Read a plume forecast and decide by it";

    @Autowired
    ApplicationContext context;

    @Autowired
    SealedExercise stage;

    @Autowired
    FindingService findings;

    @Autowired
    LessonService lessons;

    @Autowired
    LearnerService learners;

    @Autowired
    NeedService needs;

    @Autowired
    DSLContext sql;

    private Caller.SignedIn learner;
    private Caller.SignedIn assessor;
    private Caller.SignedIn director;
    private Lesson lesson;

    @BeforeEach
    void aLessonAboutSkill() {
        learner = stage.person("M. Okafor");
        assessor = stage.person("H. Castellan", ASSESSOR);
        director = stage.person("G. Price", EXERCISE_DIRECTOR);
        learners.enrol(learner);
        lesson = lesson(true);
    }

    @Test
    void aPersonsNeedIsRaisedWithTheirAssessorsKnowledge() {
        assertThat(needs.raiseForPerson(learner, learner.person(), lesson.id(), TEXT, Set.of(S15)))
                .isEqualTo(Change.refuse(Refusal.NO_ASSESSOR));
        learners.nameAssessor(learner, assessor.person());
        done(needs.raiseForPerson(learner, learner.person(), lesson.id(), TEXT, Set.of(S15)));
        assertThat(needs.ofPerson(assessor, learner.person())).singleElement().satisfies(need -> {
            assertThat(need.text()).isEqualTo(TEXT);
            assertThat(need.ksbs()).containsExactly(S15);
            assertThat(need.lesson()).isEqualTo(lesson.id());
            assertThat(need.state()).isEqualTo(NeedState.OPEN);
        });
    }

    @Test
    void nobodySaysOfTheirOwnNeedThatItIsMet() {
        NeedId id = ofThePerson();
        assertThat(needs.step(learner, id, NeedState.MET, "I can do it now", 1))
                .isEqualTo(Change.refuse(Refusal.MET_BY_ASSESSOR));
        done(needs.step(learner, id, NeedState.BEING_MET, "Booked on the course in June", 1));
        done(needs.step(assessor, id, NeedState.MET, "Shown in the exercise of July", 2));
        assertThat(needs.ofPerson(learner, learner.person()).getFirst().history())
                .extracting(Need.Step::state)
                .containsExactly(NeedState.OPEN, NeedState.BEING_MET, NeedState.MET);
        done(needs.step(assessor, id, NeedState.OPEN, "Not held in September", 3));
    }

    @Test
    void aStepNeedsAReasonAnotherStateAndWhatWasRead() {
        NeedId id = ofThePerson();
        assertThat(needs.step(assessor, id, NeedState.MET, " ", 1))
                .isEqualTo(Change.refuse(Refusal.NEED_REASON_MISSING));
        assertThat(needs.step(assessor, id, NeedState.OPEN, "Again", 1)).isEqualTo(Change.refuse(Refusal.SAME_STATE));
        done(needs.step(learner, id, NeedState.BEING_MET, "Booked", 1));
        assertThat(needs.step(assessor, id, NeedState.MET, "Shown", 1))
                .isEqualTo(Change.refuse(Refusal.CHANGED_MEANWHILE));
    }

    @Test
    void aPersonsNeedsAreReadByThatPersonAndTheirAssessorsAlone() {
        NeedId id = ofThePerson();
        for (Caller other : List.of(
                director,
                stage.person("Other assessor", ASSESSOR),
                stage.person("Administrator", org.startex.kernel.InstallationRole.ADMINISTRATOR),
                stage.person("Working group", LRC_WORKING_GROUP),
                SealedExercise.without(assessor),
                Caller.NOBODY)) {
            assertThatThrownBy(() -> needs.ofPerson(other, learner.person())).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> needs.step(other, id, NeedState.MET, "Met", 1))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> needs.raiseForPerson(other, learner.person(), lesson.id(), TEXT, Set.of()))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThat(needs.from(director, lesson.id())).isEmpty();
        assertThat(needs.from(assessor, lesson.id())).hasSize(1);
    }

    @Test
    void aRolesNeedNamesNobodyAndIsReadByEverybody() {
        NeedId id = done(needs.raiseForRole(director, " Tactical commander ", lesson.id(), TEXT, Set.of()));
        Caller.SignedIn anybody = stage.person("Anybody");
        assertThat(needs.ofRoles(anybody))
                .filteredOn(need -> need.id().equals(id))
                .singleElement()
                .satisfies(need -> assertThat(need.role()).isEqualTo("Tactical commander"));
        assertThat(needs.from(anybody, lesson.id())).hasSize(1);
        assertThatThrownBy(() -> needs.step(anybody, id, NeedState.MET, "Met", 1))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> needs.raiseForRole(anybody, "Loggist", lesson.id(), TEXT, Set.of()))
                .isInstanceOf(NotAllowed.class);
        done(needs.step(stage.person("Group", LRC_WORKING_GROUP), id, NeedState.MET, "Course held twice", 1));
    }

    @Test
    void onlyALessonAboutSkillRaisesANeed() {
        LessonId other = lesson(false).id();
        assertThat(needs.raiseForRole(director, "Loggist", other, TEXT, Set.of()))
                .isEqualTo(Change.refuse(Refusal.LESSON_NOT_ABOUT_SKILL));
        assertThat(needs.raiseForRole(director, "Loggist", LessonId.random(), TEXT, Set.of()))
                .isEqualTo(Change.refuse(Refusal.LESSON_UNKNOWN));
        assertThat(needs.lessonsAboutSkill(learner))
                .extracting(Lesson::id)
                .contains(lesson.id())
                .doesNotContain(other);
        lessons.decline(director, lesson.id(), "Out of our hands");
        assertThat(needs.raiseForRole(director, "Loggist", lesson.id(), TEXT, Set.of()))
                .isEqualTo(Change.refuse(Refusal.LESSON_DECLINED));
    }

    @Test
    void anUnfitNeedLeavesNothingBehind() {
        assertThat(needs.raiseForRole(director, "", lesson.id(), TEXT, Set.of()))
                .isEqualTo(Change.refuse(Refusal.ROLE_MISSING));
        assertThat(needs.raiseForRole(director, "Loggist", lesson.id(), "", Set.of()))
                .isEqualTo(Change.refuse(Refusal.NEED_MISSING));
        assertThat(needs.raiseForRole(director, "Loggist", lesson.id(), TEXT, Set.of(new KsbCode("K99"))))
                .isEqualTo(Change.refuse(Refusal.UNKNOWN_KSB));
        assertThat(needs.from(director, lesson.id())).isEmpty();
    }

    @Test
    void whatIsWrittenIsNeverChanged() {
        ofThePerson();
        assertThatThrownBy(() -> sql.execute("update development_need_act set reason = 'x'"))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sql.execute("delete from development_need")).isInstanceOf(DataAccessException.class);
    }

    private NeedId ofThePerson() {
        learners.nameAssessor(learner, assessor.person());
        return done(needs.raiseForPerson(assessor, learner.person(), lesson.id(), TEXT, Set.of(S15)));
    }

    private Lesson lesson(boolean skill) {
        PlayedExercise played = PlayedExercise.ended(context);
        FindingAnswer found = findings.record(
                played.evaluator(),
                played.id(),
                new FindingDraft(
                        "The lane was closed late",
                        "Closed before",
                        "People drove into smoke",
                        "Decision making",
                        false,
                        List.of(played.decision())));
        assertThat(found).isInstanceOf(FindingAnswer.Done.class);
        LessonAnswer identified = lessons.identify(
                played.evaluator(),
                ((FindingAnswer.Done) found).finding().id(),
                new LessonDraft("Close by forecast", "Train Tactical to read the plume", "Decision making", skill));
        assertThat(identified).isInstanceOf(LessonAnswer.Done.class);
        return ((LessonAnswer.Done) identified).lesson();
    }

    private static <T> T done(Change<T> change) {
        assertThat(change).isInstanceOf(Change.Done.class);
        return ((Change.Done<T>) change).value();
    }
}
