package org.startex.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.startex.conduct.RecordService;
import org.startex.debrief.Finding;
import org.startex.debrief.FindingAnswer;
import org.startex.debrief.FindingDraft;
import org.startex.debrief.FindingService;
import org.startex.kernel.EntryRef;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.LessonId;
import org.startex.kernel.PersonId;
import org.startex.ledger.LedgerEntry;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;
import org.startex.testing.PlayedExercise;
import org.startex.testing.SettableTime;
import org.startex.testing.StartexTest;

/** Lessons of exercises that were really played, and really tested again. */
@StartexTest
@Import(LessonServiceTest.Heard.class)
class LessonServiceTest {
    private static final LessonDraft DRAFT = new LessonDraft(
            "Close the lane before the plume arrives",
            "Give Tactical a list of closures by wind",
            "Decision making",
            true);

    /** What the program was told after commits. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Heard {
        final List<Object> events = new ArrayList<>();

        @Bean
        ApplicationListener<PayloadApplicationEvent<?>> lessonEar() {
            return event -> {
                if (event.getPayload() instanceof LessonEmbedded || event.getPayload() instanceof LessonReopened) {
                    events.add(event.getPayload());
                }
            };
        }
    }

    @Autowired
    ApplicationContext context;

    @Autowired
    LessonService lessons;

    @Autowired
    LessonRepository repository;

    @Autowired
    FindingService findings;

    @Autowired
    RecordService records;

    @Autowired
    SettableTime time;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Heard heard;

    private PlayedExercise played;
    private Finding finding;
    private Caller.SignedIn director;
    private Caller.SignedIn evaluator;
    private Caller.SignedIn controller;

    @BeforeEach
    void anExerciseWithAFinding() {
        heard.events.clear();
        played = PlayedExercise.ended(context);
        director = played.director();
        evaluator = played.evaluator();
        controller = played.controller();
        finding = switch (findings.record(
                evaluator,
                played.id(),
                new FindingDraft(
                        "The lane was closed after the plume had reached it",
                        "Closed before",
                        "People drove into smoke",
                        "Decision making",
                        false,
                        List.of(played.inject().seq(), played.decision())))) {
            case FindingAnswer.Done done -> done.finding();
            case FindingAnswer.Refused refused -> throw new AssertionError(refused.toString());
        };
        time.advance(Duration.ofHours(1));
    }

    private static Lesson done(LessonAnswer answer) {
        assertThat(answer).isInstanceOf(LessonAnswer.Done.class);
        return ((LessonAnswer.Done) answer).lesson();
    }

    private static LessonFault refused(LessonAnswer answer) {
        assertThat(answer).isInstanceOf(LessonAnswer.Refused.class);
        LessonFault fault = ((LessonAnswer.Refused) answer).fault();
        assertThat(fault.message()).isNotBlank();
        return fault;
    }

    /** Identified, accepted, owned by the controller, and its change made; attached to an inject before an exercise was planned. */
    private Lesson implementedAndAttached(InjectNumber inject) {
        Lesson lesson = done(lessons.identify(evaluator, finding.id(), DRAFT));
        done(lessons.accept(director, lesson.id(), ""));
        done(lessons.plan(director, lesson.id(), controller.person(), LocalDate.of(2026, 6, 30)));
        time.advance(Duration.ofHours(1));
        done(lessons.implemented(controller, lesson.id(), "Closure list in the plan, version 3"));
        time.advance(Duration.ofHours(1));
        return done(lessons.attach(director, lesson.id(), "caravan-site", inject));
    }

    private PlayedExercise playedAgain() {
        time.advance(Duration.ofDays(30));
        return PlayedExercise.ended(context);
    }

    private LessonTest test(Lesson lesson, PlayedExercise exercise) {
        return lessons.tests(director, exercise.id()).stream()
                .filter(test -> test.id().lesson().equals(lesson.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLessonCitesWhatItsFindingCited() {
        Lesson lesson = done(lessons.identify(evaluator, finding.id(), DRAFT));
        assertThat(lesson.state()).isEqualTo(LessonState.IDENTIFIED);
        assertThat(lesson.cites()).containsExactly(played.inject().seq(), played.decision());
        assertThat(lessons.cited(played.apprentice(), lesson.id()))
                .extracting(cited -> cited.entry().seq(), CitedEntry::hash)
                .containsExactlyElementsOf(records.read(director, played.id(), 0, 10_000).stream()
                        .filter(entry -> lesson.cites().contains(entry.seq()))
                        .map(entry -> org.assertj.core.groups.Tuple.tuple(entry.seq(), entry.hash()))
                        .toList());
        assertThat(lessons.citing(director, new EntryRef(played.id(), played.decision())))
                .extracting(Lesson::id)
                .contains(lesson.id());
        assertThat(lessons.of(director, finding.id())).extracting(Lesson::id).containsExactly(lesson.id());
        LedgerEntry other = records.read(director, played.id(), 0, 1).getFirst();
        assertThat(lessons.citing(director, new EntryRef(played.id(), other.seq())))
                .extracting(Lesson::id)
                .doesNotContain(lesson.id());
    }

    @Test
    void aTestThatHeldEmbedsAndTellsOfIt() {
        Lesson lesson = implementedAndAttached(played.inject().number());
        PlayedExercise again = playedAgain();
        LessonTest test = test(lesson, again);
        assertThat(test.ended()).isTrue();
        assertThat(test.delivered()).isEqualTo(again.inject().seq());
        assertThat(test.due()).isTrue();
        assertThat(lessons.testsDue(director)).extracting(LessonTest::id).contains(test.id());

        Lesson held = done(lessons.judge(
                again.evaluator(), test.id(), Held.HELD, "Closed at once, by the list", List.of(again.decision())));

        assertThat(held.state()).isEqualTo(LessonState.EMBEDDED);
        assertThat(heard.events).containsExactly(new LessonEmbedded(lesson.id()));
        assertThat(lessons.testsDue(director)).extracting(LessonTest::id).doesNotContain(test.id());
        assertThat(lessons.citing(director, new EntryRef(again.id(), again.decision())))
                .extracting(Lesson::id)
                .containsExactly(lesson.id());
        assertThat(refused(lessons.judge(again.evaluator(), test.id(), Held.NOT_HELD, "Changed my mind", List.of())))
                .isEqualTo(LessonFault.ALREADY_JUDGED);
    }

    @Test
    void aTestThatDidNotHoldOpensTheLessonAgain() {
        Lesson lesson = implementedAndAttached(played.inject().number());
        PlayedExercise again = playedAgain();
        Lesson open = done(lessons.judge(
                director, test(lesson, again).id(), Held.NOT_HELD, "The list lay in another room", List.of()));
        assertThat(open.state()).isEqualTo(LessonState.ACCEPTED);
        assertThat(open.reopenedBy()).contains(again.id());
        assertThat(heard.events).containsExactly(new LessonReopened(lesson.id()));

        time.advance(Duration.ofDays(1));
        done(lessons.implemented(controller, lesson.id(), "List laminated on the wall of each room"));
        PlayedExercise third = playedAgain();
        Lesson held =
                done(lessons.judge(director, test(lesson, third).id(), Held.HELD, "Read from the wall", List.of()));
        assertThat(held.state()).isEqualTo(LessonState.EMBEDDED);
    }

    @Test
    void partlyAndNotReachedKeepItImplemented() {
        Lesson lesson = implementedAndAttached(played.inject().number());
        PlayedExercise again = playedAgain();
        Lesson kept =
                done(lessons.judge(director, test(lesson, again).id(), Held.PARTLY, "One lane of two", List.of()));
        assertThat(kept.state()).isEqualTo(LessonState.IMPLEMENTED);
        assertThat(kept.judgements()).singleElement().satisfies(said -> {
            assertThat(said.held()).isEqualTo(Held.PARTLY);
            assertThat(said.reason()).isEqualTo("One lane of two");
        });
        assertThat(heard.events).isEmpty();
    }

    @Test
    void whatWasNeverDeliveredIsNotReached() {
        InjectNumber last = played.play().plan().injects().getLast().number();
        Lesson lesson = implementedAndAttached(last);
        PlayedExercise again = playedAgain();
        LessonTest test = test(lesson, again);
        assertThat(test.reached()).isFalse();
        assertThat(refused(lessons.judge(director, test.id(), Held.HELD, "It would have", List.of())))
                .isEqualTo(LessonFault.INJECT_NOT_DELIVERED);
        assertThat(done(lessons.judge(director, test.id(), Held.NOT_REACHED, "ENDEX came first", List.of()))
                        .state())
                .isEqualTo(LessonState.IMPLEMENTED);
    }

    @Test
    void onlyExercisesPlannedWhileItWasAttachedTestIt() {
        Lesson lesson = implementedAndAttached(played.inject().number());
        assertThat(lessons.tests(director, played.id()))
                .extracting(t -> t.id().lesson())
                .doesNotContain(lesson.id());
        PlayedExercise again = playedAgain();
        LessonTestId test = test(lesson, again).id();
        time.advance(Duration.ofDays(1));
        done(lessons.detach(director, lesson.id(), 1, "The scenario was rewritten"));
        PlayedExercise third = playedAgain();
        assertThat(lessons.tests(director, third.id()))
                .extracting(t -> t.id().lesson())
                .doesNotContain(lesson.id());
        assertThat(refused(lessons.judge(
                        director, new LessonTestId(lesson.id(), 1, third.id()), Held.HELD, "It held", List.of())))
                .isEqualTo(LessonFault.UNKNOWN_TEST);
        assertThat(done(lessons.judge(director, test, Held.HELD, "It held", List.of()))
                        .state())
                .isEqualTo(LessonState.EMBEDDED);
    }

    @Test
    void aRunningExerciseIsNotJudged() {
        Lesson lesson = implementedAndAttached(played.inject().number());
        time.advance(Duration.ofDays(1));
        PlayedExercise running = PlayedExercise.running(context);
        LessonTest test = test(lesson, running);
        assertThat(test.due()).isFalse();
        assertThat(refused(lessons.judge(director, test.id(), Held.HELD, "So far", List.of())))
                .isEqualTo(LessonFault.EXERCISE_NOT_ENDED);
        Caller working = new Caller.SignedIn(PersonId.random(), Set.of(InstallationRole.LRC_WORKING_GROUP));
        assertThat(lessons.tests(working, running.id())).isEmpty();
        assertThatThrownBy(() -> lessons.tests(running.apprentice(), running.id()))
                .isInstanceOf(NotAllowed.class);
        running.end();
        assertThat(lessons.tests(working, running.id()))
                .extracting(LessonTest::id)
                .contains(test.id());
    }

    @Test
    void nobodyJudgesALessonThatTheyOwnOrOwned() {
        Lesson lesson = implementedAndAttached(played.inject().number());
        done(lessons.plan(director, lesson.id(), director.person(), null));
        done(lessons.plan(director, lesson.id(), evaluator.person(), null));
        PlayedExercise again = playedAgain();
        LessonTestId test = test(lesson, again).id();
        assertThat(refused(lessons.judge(evaluator, test, Held.HELD, "Mine", List.of())))
                .isEqualTo(LessonFault.OWN_LESSON);
        assertThat(refused(lessons.judge(director, test, Held.HELD, "Was mine", List.of())))
                .isEqualTo(LessonFault.OWN_LESSON);
    }

    @Test
    void anActionIsDoneByItsOwnerAlone() {
        Lesson lesson = done(lessons.identify(evaluator, finding.id(), DRAFT));
        done(lessons.addAction(
                evaluator, lesson.id(), "Draw up the list", played.apprentice().person(), LocalDate.of(2026, 5, 30)));
        done(lessons.accept(director, lesson.id(), "Agreed on 13 May"));
        assertThat(refused(lessons.done(director, lesson.id(), 1, "It is there")))
                .isEqualTo(LessonFault.NOT_YOUR_ACTION);
        assertThat(refused(lessons.implemented(director, lesson.id(), "It is there")))
                .isEqualTo(LessonFault.ACTIONS_OPEN);
        assertThat(lessons.ownActions(played.apprentice()))
                .filteredOn(own -> own.lesson().id().equals(lesson.id()))
                .singleElement()
                .satisfies(own -> {
                    assertThat(own.action().overdue(LocalDate.of(2026, 5, 31))).isTrue();
                    assertThat(own.action().overdue(LocalDate.of(2026, 5, 30))).isFalse();
                });
        assertThat(refused(lessons.done(played.apprentice(), lesson.id(), 1, " ")))
                .isEqualTo(LessonFault.EVIDENCE_MISSING);
        done(lessons.done(played.apprentice(), lesson.id(), 1, "List on the shared drive"));
        assertThat(refused(lessons.done(played.apprentice(), lesson.id(), 1, "Again")))
                .isEqualTo(LessonFault.ACTION_CLOSED);
        assertThat(done(lessons.implemented(director, lesson.id(), "In the plan"))
                        .state())
                .isEqualTo(LessonState.IMPLEMENTED);
    }

    @Test
    void aLessonIsShapedByWhoeverIdentifiedItUntilItIsAccepted() {
        Lesson lesson = done(lessons.identify(evaluator, finding.id(), DRAFT));
        LessonDraft better = new LessonDraft("Close lanes by wind", "List of closures", "Decision making", false);
        assertThat(lessons.acts(evaluator, lesson.id()))
                .contains(LessonAct.REWORD, LessonAct.PLAN, LessonAct.ADD_ACTION)
                .doesNotContain(LessonAct.ACCEPT);
        done(lessons.reword(evaluator, lesson.id(), better));
        assertThatThrownBy(() -> lessons.accept(evaluator, lesson.id(), "")).isInstanceOf(NotAllowed.class);
        done(lessons.accept(director, lesson.id(), ""));
        assertThatThrownBy(() -> lessons.reword(evaluator, lesson.id(), DRAFT)).isInstanceOf(NotAllowed.class);
        assertThat(lessons.lesson(evaluator, lesson.id()).orElseThrow().title()).isEqualTo("Close lanes by wind");
    }

    @Test
    void onlyThoseWhoWriteFindingsIdentify() {
        assertThatThrownBy(() -> lessons.identify(played.apprentice(), finding.id(), DRAFT))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> lessons.identify(played.price(), finding.id(), DRAFT))
                .isInstanceOf(NotAllowed.class);
        assertThat(refused(
                        lessons.identify(evaluator, finding.id(), new LessonDraft("x", "x", "x".repeat(121), false))))
                .isEqualTo(LessonFault.THEME_TOO_LONG);
        findings.withdraw(evaluator, finding.id(), "Written twice");
        assertThat(refused(lessons.identify(evaluator, finding.id(), DRAFT))).isEqualTo(LessonFault.FINDING_WITHDRAWN);
    }

    @Test
    void aDeclinedLessonIsTakenUpAgainWithAReason() {
        Lesson lesson = done(lessons.identify(evaluator, finding.id(), DRAFT));
        assertThat(refused(lessons.decline(director, lesson.id(), ""))).isEqualTo(LessonFault.REASON_MISSING);
        done(lessons.decline(director, lesson.id(), "The highways authority does this"));
        assertThat(refused(lessons.addAction(director, lesson.id(), "x", director.person(), null)))
                .isEqualTo(LessonFault.IS_DECLINED);
        assertThat(refused(lessons.accept(director, lesson.id(), ""))).isEqualTo(LessonFault.REASON_MISSING);
        assertThat(done(lessons.accept(director, lesson.id(), "They asked us to"))
                        .state())
                .isEqualTo(LessonState.ACCEPTED);
    }

    /** Else everybody signed in would learn what an exercise to come will bring. */
    @Test
    void whichInjectTestsALessonIsForReadersOfTheLibrary() {
        Lesson lesson = implementedAndAttached(played.inject().number());
        Lesson seen = lessons.lesson(played.apprentice(), lesson.id()).orElseThrow();
        assertThat(seen.attachments())
                .singleElement()
                .satisfies(a -> assertThat(a.inject()).isNull());
        assertThat(lessons.lesson(director, lesson.id()).orElseThrow().attachments())
                .singleElement()
                .satisfies(a -> assertThat(a.inject())
                        .isEqualTo(new ScenarioInject(
                                "caravan-site", played.inject().number())));
        assertThat(lessons.history(played.apprentice(), lesson.id()))
                .noneMatch(step -> step.fact() instanceof LessonFact.Attached);
        assertThat(lessons.attached(director, "caravan-site")
                        .get(played.inject().number()))
                .extracting(Lesson::id)
                .contains(lesson.id());
        assertThatThrownBy(() -> lessons.attached(played.apprentice(), "caravan-site"))
                .isInstanceOf(NotAllowed.class);
        assertThat(refused(lessons.attach(director, lesson.id(), "caravan-site", new InjectNumber("999"))))
                .isEqualTo(LessonFault.UNKNOWN_INJECT);
        assertThat(refused(lessons.attach(
                        director, lesson.id(), "caravan-site", played.inject().number())))
                .isEqualTo(LessonFault.ALREADY_ATTACHED);
    }

    @Test
    void whatIsStoredIsWhatTheHistoryTells() {
        Lesson lesson = implementedAndAttached(played.inject().number());
        done(lessons.plan(director, lesson.id(), evaluator.person(), LocalDate.of(2026, 7, 1)));
        PlayedExercise again = playedAgain();
        done(lessons.judge(
                director, test(lesson, again).id(), Held.HELD, "It held", List.of(again.decision(), again.decision())));
        Lesson rebuilt = null;
        for (LessonStep step : lessons.history(director, lesson.id())) {
            rebuilt = LessonRules.evolve(rebuilt, step);
        }
        assertThat(repository.lesson(lesson.id())).contains(Objects.requireNonNull(rebuilt));
        assertThat(rebuilt.formerOwners()).containsExactly(controller.person());
    }

    @Test
    void theHistoryCannotBeChanged() {
        Lesson lesson = done(lessons.identify(evaluator, finding.id(), DRAFT));
        assertThatThrownBy(() -> jdbc.sql("update lesson_history set acted_by = lesson_id where lesson_id = ?")
                        .param(lesson.id().value())
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from lesson where lesson_id = ?")
                        .param(lesson.id().value())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void lessonsAreFoundByWordsStateThemeOwnerAndDay() {
        Lesson lesson = done(lessons.identify(evaluator, finding.id(), DRAFT));
        Lesson other = done(
                lessons.identify(evaluator, finding.id(), new LessonDraft("Another thing", "Do it", "Logging", false)));
        done(lessons.plan(director, lesson.id(), controller.person(), LocalDate.of(2026, 5, 20)));
        assertThat(other.number()).isEqualTo(lesson.number() + 1);
        assertThat(found(new LessonFilter("plume closures", Set.of(), null, null, null)))
                .contains(lesson.id())
                .doesNotContain(other.id());
        assertThat(found(new LessonFilter("", Set.of(), "Logging", null, null)))
                .contains(other.id())
                .doesNotContain(lesson.id());
        assertThat(found(new LessonFilter("", Set.of(), null, controller.person(), null)))
                .contains(lesson.id())
                .doesNotContain(other.id());
        assertThat(found(new LessonFilter("", Set.of(), null, null, LocalDate.of(2026, 5, 21))))
                .contains(lesson.id())
                .doesNotContain(other.id());
        assertThat(found(new LessonFilter("", Set.of(), null, null, LocalDate.of(2026, 5, 20))))
                .doesNotContain(lesson.id());
        done(lessons.accept(director, lesson.id(), ""));
        assertThat(found(LessonFilter.in(LessonState.ACCEPTED)))
                .contains(lesson.id())
                .doesNotContain(other.id());
        assertThat(lessons.names(director)).containsKeys(controller.person(), evaluator.person());
    }

    private List<LessonId> found(LessonFilter filter) {
        return lessons.lessons(director, filter).stream().map(Lesson::id).toList();
    }
}
