package org.startex.lrc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.startex.kernel.EntryRef;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.LessonId;
import org.startex.kernel.LrcCode;
import org.startex.kernel.PersonId;
import org.startex.lessons.Held;
import org.startex.lessons.LessonAnswer;
import org.startex.lessons.LessonDraft;
import org.startex.lessons.LessonService;
import org.startex.people.Caller;
import org.startex.people.PeopleService;
import org.startex.people.PersonName;
import org.startex.standards.LrcManual;
import org.startex.testing.LearnedLesson;
import org.startex.testing.PlayedExercise;
import org.startex.testing.SettableTime;
import org.startex.testing.StartexTest;

/** The capability as the working group keeps it, and improvement records of lessons that were really learned and really tested again. */
@StartexTest
@TestPropertySource(properties = "startex.test.lrc-service=true") // agrees a readiness scale, where others expect none
class LrcServiceTest {
    private static final ScaleDraft SCALE = new ScaleDraft(
            List.of(
                    new ScaleDraft.Step("Not begun", ""),
                    new ScaleDraft.Step("Planned", "On paper"),
                    new ScaleDraft.Step("Exercised", "Shown in an exercise")),
            1,
            "Working group, 12 January");

    @Autowired
    ApplicationContext context;

    @Autowired
    CapabilityService capability;

    @Autowired
    ReadinessService readiness;

    @Autowired
    ImprovementService improvements;

    @Autowired
    ImprovementRepository repository;

    @Autowired
    CaseStudyAtStart caseStudy;

    @Autowired
    LessonService lessons;

    @Autowired
    PeopleService people;

    @Autowired
    LrcManual manual;

    @Autowired
    SettableTime time;

    @Autowired
    JdbcClient jdbc;

    private Caller.SignedIn group;
    private Caller.SignedIn reader;

    @BeforeEach
    void somebodyOfTheWorkingGroup() {
        group = new Caller.SignedIn(person("director"), Set.of(InstallationRole.LRC_WORKING_GROUP));
        reader = new Caller.SignedIn(person("apprentice"), Set.of());
    }

    private PersonId person(String username) {
        return people
                .directory(new Caller.SignedIn(PersonId.random(), Set.of(InstallationRole.ADMINISTRATOR)), username, 50)
                .stream()
                .filter(each -> each.username().equals(username))
                .map(PersonName::person)
                .findFirst()
                .orElseThrow();
    }

    private static String done(LrcAnswer answer) {
        assertThat(answer).isInstanceOf(LrcAnswer.Done.class);
        return ((LrcAnswer.Done) answer).what();
    }

    private static LrcFault refused(LrcAnswer answer) {
        assertThat(answer).isInstanceOf(LrcAnswer.Refused.class);
        LrcRefusal refusal = ((LrcAnswer.Refused) answer).refusal();
        assertThat(refusal.message()).isNotBlank();
        return refusal.fault();
    }

    // Groups and responses

    @Test
    void aDemonstrationInstallationHasTheCaseStudyOnceAndMarked() {
        caseStudy.afterSingletonsInstantiated();
        assertThat(capability.groups(reader))
                .filteredOn(PriorityGroup::demonstration)
                .extracting(PriorityGroup::name)
                .containsExactly("Caravan site 1", "Community K", "Flood V");
        assertThat(capability.responses(reader))
                .filteredOn(ModularResponse::demonstration)
                .hasSize(9)
                .allSatisfy(response -> assertThat(response.serves())
                        .as("the manual does not say which response is for whom")
                        .isEmpty());
        assertThat(capability.history(reader, new LrcCode("group-flood-v")))
                .first()
                .satisfies(step -> {
                    assertThat(step.act()).isEqualTo(ItemStep.Act.ADDED);
                    assertThat(step.by()).isEmpty();
                });
    }

    @Test
    void theWorkingGroupAddsChangesAndRetiresItsOwnGroups() {
        GroupDraft said = new GroupDraft(
                "Lower Wharf",
                "Flooded twice",
                "Two streets by the river",
                List.of(" Warning ", "", "Warning"),
                "80 households");
        LrcCode code = new LrcCode(done(capability.addGroup(group, said)));
        PriorityGroup added = named(code);
        assertThat(code).isEqualTo(new LrcCode("group-lower-wharf"));
        assertThat(added.demonstration()).isFalse();
        assertThat(added.needs()).containsExactly("Warning");
        assertThat(refused(capability.addGroup(group, new GroupDraft("lower wharf", "Again", "", List.of(), ""))))
                .isEqualTo(LrcFault.NAME_TAKEN);
        assertThat(refused(capability.addGroup(group, new GroupDraft(" ", "Again", "", List.of(), ""))))
                .isEqualTo(LrcFault.MISSING);

        GroupDraft changed = new GroupDraft("Lower Wharf", "Flooded three times", "", List.of("Warning"), "");
        assertThat(refused(capability.changeGroup(group, code, added.changes(), changed, "")))
                .isEqualTo(LrcFault.MISSING);
        done(capability.changeGroup(group, code, added.changes(), changed, "February"));
        assertThat(refused(capability.changeGroup(group, code, added.changes(), said, "I did not see February")))
                .isEqualTo(LrcFault.CHANGED_MEANWHILE);
        assertThat(named(code).said().rationale()).isEqualTo("Flooded three times");

        done(capability.retireGroup(group, code, "Wall built"));
        assertThat(named(code).retired()).isTrue();
        assertThat(refused(capability.retireGroup(group, code, "Again"))).isEqualTo(LrcFault.RETIRED);
        LrcCode second = new LrcCode(done(capability.addGroup(group, said)));
        assertThat(second).isEqualTo(new LrcCode("group-lower-wharf-2"));
        assertThat(refused(capability.restoreGroup(group, code, "Wall fell"))).isEqualTo(LrcFault.NAME_TAKEN);
        assertThat(capability.history(reader, code))
                .extracting(ItemStep::act)
                .containsExactly(ItemStep.Act.ADDED, ItemStep.Act.CHANGED, ItemStep.Act.RETIRED);
        assertThat(capability.history(reader, code).get(2).reason()).isEqualTo("Wall built");
        done(capability.retireGroup(group, second, "End of the test"));
    }

    private PriorityGroup named(LrcCode code) {
        return capability.groups(reader).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aResponseServesGroupsInUseOnlyButKeepsOneThatWasRetired() {
        LrcCode wharf = new LrcCode(
                done(capability.addGroup(group, new GroupDraft("Upper Wharf", "Flooded", "", List.of(), ""))));
        LrcCode code = new LrcCode(done(capability.addResponse(
                group, new ResponseDraft("Sandbag store", "Key, list", "Ring the duty officer", List.of(wharf)))));
        done(capability.retireGroup(group, wharf, "Wall built"));
        assertThat(refused(capability.addResponse(group, new ResponseDraft("Boat store", "", "", List.of(wharf)))))
                .isEqualTo(LrcFault.NOT_A_CHOICE);
        done(capability.changeResponse(
                group, code, 1, new ResponseDraft("Sandbag store", "Key", "", List.of(wharf)), "Shorter"));
        assertThat(capability.responses(reader))
                .filteredOn(response -> response.code().equals(code))
                .first()
                .satisfies(response -> assertThat(response.serves()).containsExactly(wharf));
        done(capability.retireResponse(group, code, "End of the test"));
        assertThat(refused(capability.changeResponse(
                        group, code, 3, new ResponseDraft("Sandbag store", "", "", List.of()), "x")))
                .isEqualTo(LrcFault.RETIRED);
    }

    // Readiness

    @Test
    void nothingIsRatedBeforeTheScaleAndARatingStaysWithItsScale() {
        assertThat(readiness.scale(reader)).as("nothing is preset").isEmpty();
        assertThat(refused(readiness.rate(group, 7, new RatingDraft(1, 1, "No scale yet", null))))
                .isEqualTo(LrcFault.NO_SCALE);
        assertThat(refused(readiness.agree(group, new ScaleDraft(SCALE.steps().subList(0, 1), null, "Too short"))))
                .isEqualTo(LrcFault.SCALE_TOO_SHORT);
        assertThat(refused(readiness.agree(group, new ScaleDraft(SCALE.steps(), 3, "All red"))))
                .isEqualTo(LrcFault.RED_OFF_THE_SCALE);
        assertThat(refused(readiness.agree(
                        group,
                        new ScaleDraft(
                                List.of(new ScaleDraft.Step("Planned", ""), new ScaleDraft.Step("planned ", "")),
                                null,
                                "Twice"))))
                .isEqualTo(LrcFault.LABEL_TWICE);

        done(readiness.agree(group, SCALE));
        assertThat(refused(readiness.agree(group, SCALE))).isEqualTo(LrcFault.SCALE_UNCHANGED);
        ReadinessScale first = readiness.scale(reader).orElseThrow();
        assertThat(first.red(1)).isTrue();
        assertThat(first.red(2)).isFalse();

        done(readiness.rate(group, 7, new RatingDraft(first.version(), 1, "No protocol", null)));
        assertThat(refused(readiness.rate(group, 7, new RatingDraft(first.version(), 4, "Off the scale", null))))
                .isEqualTo(LrcFault.NOT_ON_THE_SCALE);
        assertThat(refused(readiness.rate(group, 7, new RatingDraft(first.version(), 2, " ", null))))
                .isEqualTo(LrcFault.MISSING);
        assertThat(refused(readiness.rate(group, 9, new RatingDraft(first.version(), 2, "No such step", null))))
                .isEqualTo(LrcFault.UNKNOWN);
        assertThat(refused(readiness.rate(group, 7, new RatingDraft(first.version(), 2, "Why", 4711))))
                .isEqualTo(LrcFault.NOT_A_CHOICE);

        time.advance(Duration.ofDays(1));
        done(readiness.agree(group, new ScaleDraft(SCALE.steps(), null, "No threshold after all")));
        assertThat(refused(readiness.rate(group, 7, new RatingDraft(first.version(), 2, "On the old one", null))))
                .isEqualTo(LrcFault.CHANGED_MEANWHILE);
        int second = readiness.scale(reader).orElseThrow().version();
        done(readiness.rate(group, 7, new RatingDraft(second, 2, "Protocol written", null)));

        assertThat(readiness.ratings(reader))
                .filteredOn(rating -> rating.step() == 7)
                .extracting(ReadinessRating::label, ReadinessRating::red, ReadinessRating::scaleVersion)
                .containsExactly(tuple("Not begun", true, first.version()), tuple("Planned", false, second));
        assertThat(readiness.scales(reader))
                .extracting(ReadinessScale::version)
                .containsExactly(second, first.version());
    }

    @Test
    void answersToTheManualsQuestionsKeepWhatWasSaidBefore() {
        done(readiness.note(group, 8, 2, 0, " Fewer calls from Flood V "));
        time.advance(Duration.ofDays(1));
        done(readiness.note(group, 8, 2, 1, "Fewer calls, and quicker ones"));
        assertThat(refused(readiness.note(group, 8, 2, 1, "I saw the first only")))
                .isEqualTo(LrcFault.CHANGED_MEANWHILE);
        assertThat(refused(readiness.note(group, 8, 4, 0, "There are three questions")))
                .isEqualTo(LrcFault.UNKNOWN);
        assertThat(readiness.notes(reader, 8))
                .extracting(StepNote::question, StepNote::words)
                .containsExactly(tuple(2, "Fewer calls, and quicker ones"), tuple(2, "Fewer calls from Flood V"));
    }

    // Improvement records

    private ImprovementDraft draft(String title) {
        return new ImprovementDraft(
                title,
                manual.step(7).orElseThrow().code(),
                new LrcCode("module-organised-volunteers"),
                new LrcCode("response-spontaneous-volunteering"),
                "Who rings whom",
                new LrcCode("group-caravan-site-1"),
                "Transport lead",
                person("controller"),
                LocalDate.of(2026, 7, 2),
                "Nobody waits for a lift",
                "Minutes to the first vehicle with a lift",
                ImprovementKind.INTERNAL_READINESS);
    }

    private Improvement record(int number) {
        return improvements.record(reader, number).orElseThrow();
    }

    private void act(int number, ImprovementAct act) {
        done(improvements.act(group, number, record(number).changes(), act));
    }

    private int made(LearnedLesson learned, String title) {
        int number = Integer.parseInt(
                done(improvements.propose(group, learned.lesson().id(), draft(title))));
        act(number, new ImprovementAct.Agree(""));
        act(number, new ImprovementAct.Begin(""));
        act(number, new ImprovementAct.Finish("List in the plan"));
        return number;
    }

    @Test
    void aRecordIsEmbeddedByItsLessonAndOpenedAgainWithIt() {
        LearnedLesson learned = LearnedLesson.accepted(context, "Ask what a vehicle can carry");
        int number = made(learned, "Transport for people on oxygen");
        learned.implemented();
        assertThat(record(number).state()).isEqualTo(ImprovementState.DONE);

        PlayedExercise held = learned.testedAgain(Held.HELD);
        assertThat(record(number).state()).isEqualTo(ImprovementState.EMBEDDED);
        assertThat(record(number).ownerName()).isNotBlank();
        ImprovementEntry embedded = improvements.history(reader, number).getLast();
        assertThat(embedded.event()).isEqualTo(ImprovementEvent.EMBEDDED);
        assertThat(embedded.exercise()).isEqualTo(held.id());
        assertThat(embedded.exerciseTitle()).isEqualTo("Caravan site, May");
        assertThat(embedded.by()).isEmpty();

        PlayedExercise notHeld = learned.testedAgain(Held.NOT_HELD);
        assertThat(record(number).state()).isEqualTo(ImprovementState.UNDER_WAY);
        assertThat(record(number).reopened()).isTrue();
        assertThat(improvements.turns(reader))
                .filteredOn(turn -> turn.number() == number)
                .extracting(ImprovementEntry::event, ImprovementEntry::exercise)
                .containsExactly(
                        tuple(ImprovementEvent.EMBEDDED, held.id()), tuple(ImprovementEvent.REOPENED, notHeld.id()));
        assertThat(improvements.history(reader, number))
                .extracting(ImprovementEntry::nr)
                .containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void aLostHintCostsNothing() {
        LearnedLesson learned = LearnedLesson.accepted(context, "Close the lane by wind");
        int number = made(learned, "Closure list");
        learned.implemented();
        learned.testedAgain(Held.HELD);
        Improvement embedded = record(number);
        // As if the hint had never come: the record as it was before, without the line that followed.
        repository.update(new Improvement(
                number,
                embedded.lesson(),
                embedded.draft(),
                "",
                ImprovementState.DONE,
                false,
                0,
                embedded.changes(),
                embedded.at()));
        assertThat(improvements.records(reader, ImprovementFilter.ALL))
                .filteredOn(each -> each.number() == number)
                .first()
                .satisfies(each -> {
                    assertThat(each.state()).isEqualTo(ImprovementState.EMBEDDED);
                    assertThat(each.at()).isEqualTo(embedded.at());
                });
    }

    @Test
    void aRecordIsFoundFromTheEntryThatItGoesBackTo() {
        LearnedLesson learned = LearnedLesson.accepted(context, "One list of vehicles");
        int number = Integer.parseInt(
                done(improvements.propose(group, learned.lesson().id(), draft("Vehicle list"))));
        EntryRef entry = new EntryRef(learned.played().id(), learned.played().decision());
        assertThat(improvements.citing(reader, entry))
                .extracting(Improvement::number)
                .containsExactly(number);
        assertThat(improvements.citing(reader, new EntryRef(learned.played().id(), 1)))
                .isEmpty();
        assertThat(improvements.ofLesson(reader, learned.lesson().id()))
                .extracting(Improvement::number)
                .containsExactly(number);
        assertThat(improvements.learnedFrom(reader, number)).isEqualTo("Caravan site, May");
    }

    @Test
    void whatIsMissingOrNotToBeHadIsRefusedAndNothingIsWritten() {
        LearnedLesson learned = LearnedLesson.accepted(context, "Ring the care homes");
        int before = improvements.records(reader, ImprovementFilter.ALL).size();
        ImprovementDraft good = draft("Phone tree");
        assertThat(refused(improvements.propose(group, learned.lesson().id(), withValue(good, " "))))
                .isEqualTo(LrcFault.MISSING);
        assertThat(refused(improvements.propose(group, learned.lesson().id(), withGroup(good, "group-nowhere"))))
                .isEqualTo(LrcFault.NOT_A_CHOICE);
        assertThat(refused(improvements.propose(group, LessonId.random(), good)))
                .isEqualTo(LrcFault.UNKNOWN_LESSON);
        LessonAnswer another = lessons.identify(
                learned.played().evaluator(),
                learned.finding().id(),
                new LessonDraft("Not now", "Nothing", "Planning", false));
        var declined = ((LessonAnswer.Done) another).lesson().id();
        lessons.decline(learned.played().director(), declined, "Too dear");
        assertThat(refused(improvements.propose(group, declined, good))).isEqualTo(LrcFault.LESSON_DECLINED);
        assertThat(improvements.records(reader, ImprovementFilter.ALL)).hasSize(before);
    }

    @Test
    void twoWhoWriteAtOnceDoNotOverwriteEachOther() {
        LearnedLesson learned = LearnedLesson.accepted(context, "Keys in two places");
        int number = Integer.parseInt(
                done(improvements.propose(group, learned.lesson().id(), draft("Two keys"))));
        done(improvements.act(group, number, 1, new ImprovementAct.Agree("Yes")));
        assertThat(refused(improvements.act(group, number, 1, new ImprovementAct.Withdraw("No"))))
                .isEqualTo(LrcFault.CHANGED_MEANWHILE);
        assertThat(record(number).state()).isEqualTo(ImprovementState.AGREED);
    }

    @Test
    void recordsAreFoundByWordsStepGroupOwnerAndBeingOverdue() {
        LearnedLesson learned = LearnedLesson.accepted(context, "Wardens and the pharmacy");
        int number = Integer.parseInt(
                done(improvements.propose(group, learned.lesson().id(), draft("Wardens meet the pharmacy"))));
        LrcCode seven = manual.step(7).orElseThrow().code();
        assertThat(found(new ImprovementFilter("PHARMACY wardens", null, Set.of(), null, "", null)))
                .containsExactly(number);
        assertThat(found(new ImprovementFilter("pharmacy", seven, Set.of(ImprovementState.PROPOSED), null, "", null)))
                .containsExactly(number);
        assertThat(found(new ImprovementFilter("pharmacy", null, Set.of(ImprovementState.DONE), null, "", null)))
                .isEmpty();
        assertThat(found(new ImprovementFilter("pharmacy", null, Set.of(), new LrcCode("group-flood-v"), "", null)))
                .isEmpty();
        assertThat(found(new ImprovementFilter("pharmacy", null, Set.of(), null, "Transport lead", null)))
                .containsExactly(number);
        assertThat(found(new ImprovementFilter("pharmacy", null, Set.of(), null, "", LocalDate.of(2026, 7, 2))))
                .as("its day has not passed")
                .isEmpty();
        assertThat(found(new ImprovementFilter("pharmacy", null, Set.of(), null, "", LocalDate.of(2026, 7, 3))))
                .containsExactly(number);
    }

    private List<Integer> found(ImprovementFilter filter) {
        return improvements.records(reader, filter).stream()
                .map(Improvement::number)
                .toList();
    }

    @Test
    void historyCannotBeRewrittenByTheProgram() {
        for (String table :
                List.of("improvement_history", "readiness_rating", "readiness_scale", "lrc_note", "lrc_item_history")) {
            assertThatThrownBy(() -> jdbc.sql("delete from " + table).update())
                    .as(table)
                    .isInstanceOf(DataAccessException.class);
            assertThatThrownBy(
                            () -> jdbc.sql("update " + table + " set at = at").update())
                    .as(table)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private static ImprovementDraft withValue(ImprovementDraft d, String value) {
        return new ImprovementDraft(
                d.title(),
                d.step(),
                d.module(),
                d.response(),
                d.protocol(),
                d.group(),
                d.ownerRole(),
                d.owner(),
                d.due(),
                value,
                d.judgedBy(),
                d.kind());
    }

    private static ImprovementDraft withGroup(ImprovementDraft d, String group) {
        return new ImprovementDraft(
                d.title(),
                d.step(),
                d.module(),
                d.response(),
                d.protocol(),
                new LrcCode(group),
                d.ownerRole(),
                d.owner(),
                d.due(),
                d.value(),
                d.judgedBy(),
                d.kind());
    }
}
