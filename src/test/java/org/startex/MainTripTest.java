package org.startex;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.startex.competency.Change;
import org.startex.competency.ClaimState;
import org.startex.competency.EvidencePiece;
import org.startex.competency.EvidenceService;
import org.startex.competency.Judgement;
import org.startex.competency.NeedService;
import org.startex.conduct.ConductService;
import org.startex.conduct.Exercise;
import org.startex.conduct.JoinCode;
import org.startex.conduct.Joining;
import org.startex.conduct.JoiningService;
import org.startex.conduct.Pace;
import org.startex.conduct.Play;
import org.startex.conduct.RecordService;
import org.startex.conduct.Ticker;
import org.startex.debrief.Finding;
import org.startex.debrief.FindingAnswer;
import org.startex.debrief.FindingDraft;
import org.startex.debrief.FindingService;
import org.startex.debrief.HotAnswer;
import org.startex.debrief.HotAnswers;
import org.startex.debrief.HotDebriefResult;
import org.startex.debrief.HotDebriefService;
import org.startex.kernel.CellCode;
import org.startex.kernel.ClientId;
import org.startex.kernel.EntryRef;
import org.startex.kernel.EvidenceId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.KsbCode;
import org.startex.kernel.LrcCode;
import org.startex.kernel.PersonId;
import org.startex.ledger.Answer;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Verdict;
import org.startex.lessons.Held;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonAnswer;
import org.startex.lessons.LessonDraft;
import org.startex.lessons.LessonService;
import org.startex.lessons.LessonState;
import org.startex.lessons.LessonTest;
import org.startex.logbook.DecisionDraft;
import org.startex.logbook.LogbookService;
import org.startex.logbook.ObservationDraft;
import org.startex.lrc.Improvement;
import org.startex.lrc.ImprovementAct;
import org.startex.lrc.ImprovementDraft;
import org.startex.lrc.ImprovementKind;
import org.startex.lrc.ImprovementService;
import org.startex.lrc.ImprovementState;
import org.startex.lrc.LrcAnswer;
import org.startex.people.Caller;
import org.startex.testing.PlayedExercise;
import org.startex.testing.SettableTime;
import org.startex.testing.StartexTest;
import org.startex.ui.CitedBy;

/**
 * The main trip, whole, with a clock that the test moves: a live exercise, the hot debrief of it, what it found, a piece of evidence in a named person's record, the lesson of it with the need that it raises and the improvement record that follows it, the change, and a second exercise that tests whether it holds. Then back
 * from the lesson to the moment it came from, and forward again.
 */
@StartexTest
class MainTripTest {
    private static final CellCode TACTICAL = new CellCode("tactical");
    private static final KsbCode DECIDES = new KsbCode("S15");
    private static final InjectNumber FORECAST = new InjectNumber("6");

    @Autowired
    ApplicationContext context;

    @Autowired
    ConductService conduct;

    @Autowired
    JoiningService joining;

    @Autowired
    LogbookService logbook;

    @Autowired
    RecordService records;

    @Autowired
    FindingService findings;

    @Autowired
    HotDebriefService hotDebriefs;

    @Autowired
    LessonService lessons;

    @Autowired
    EvidenceService evidence;

    @Autowired
    NeedService needs;

    @Autowired
    ImprovementService improvements;

    @Autowired
    Ticker ticker;

    @Autowired
    SettableTime time;

    /** The second exercise, as far as it was played. */
    private record Second(ExerciseId id, long inject, long decision) {}

    @Test
    void aLessonThatHeldIsEmbedded() {
        PlayedExercise first = PlayedExercise.running(context);
        long observation = observes(first);
        first.end();
        isDebriefedHot(first);
        Finding finding = found(first, observation);
        first.seal();
        EvidenceId piece = isEvidence(first);
        Lesson lesson = implemented(first, finding);
        raisesANeed(first, lesson);
        int record = improves(first, lesson);
        Second second = playsTheSecond(first);

        Lesson held = judged(first, lesson, second, Held.HELD, "Said back by both cells within two minutes");
        assertThat(held.state()).isEqualTo(LessonState.EMBEDDED);
        assertThat(improvement(record).state()).isEqualTo(ImprovementState.EMBEDDED);
        assertThat(improvements.turns(first.director()))
                .filteredOn(turn -> turn.number() == record)
                .singleElement()
                .satisfies(turn -> assertThat(turn.exercise()).isEqualTo(second.id()));

        walksBack(first, held);
        walksBack(first, piece);
        walksForward(first, lesson, second, piece);
        assertThat(citing(first.director(), new EntryRef(first.id(), first.decision())))
                .contains("lrc/record/" + record);
    }

    @Test
    void aLessonThatDidNotHoldIsOpenedAgain() {
        PlayedExercise first = PlayedExercise.running(context);
        long observation = observes(first);
        first.end();
        Lesson lesson = implemented(first, found(first, observation));
        int record = improves(first, lesson);
        Second second = playsTheSecond(first);

        Lesson open = judged(first, lesson, second, Held.NOT_HELD, "The care homes heard of the wind on the radio");
        assertThat(open.state()).isEqualTo(LessonState.ACCEPTED);
        assertThat(open.reopenedBy()).contains(second.id());
        assertThat(improvement(record).state()).isEqualTo(ImprovementState.UNDER_WAY);
        assertThat(improvement(record).reopened()).isTrue();

        time.advance(Duration.ofDays(3));
        done(lessons.implemented(
                first.controller(), lesson.id(), "The duty officer now rings each cell and hears it said back"));
        Second third = playsTheSecond(first);
        Lesson held = judged(first, lesson, third, Held.HELD, "All three cells within four minutes");
        assertThat(held.state()).isEqualTo(LessonState.EMBEDDED);
        assertThat(held.judgements()).extracting(said -> said.held()).containsExactly(Held.NOT_HELD, Held.HELD);
    }

    /** What the evaluator saw of the apprentice's decision. */
    private long observes(PlayedExercise first) {
        return act(logbook.observe(
                first.evaluator(),
                first.id(),
                ClientId.random(),
                new ObservationDraft(
                        first.decision(),
                        List.of(),
                        List.of(DECIDES),
                        List.of(first.participant(first.apprentice())),
                        "S",
                        List.of(),
                        "Decided at once and gave the reason; told two cells of five",
                        ""),
                time.instant()));
    }

    /** All three players answer, two with their names; what the third wrote is kept back, as one alone could be told. */
    private void isDebriefedHot(PlayedExercise first) {
        answersHot(first, first.price(), true, "The wind was said back by two cells of five");
        answersHot(first, first.okafor(), true, "Nobody told the rest centre that the wind had turned");
        answersHot(first, first.apprentice(), false, "I did not know whom to tell");
        HotAnswers answers = hotDebriefs.answers(first.director(), first.id());
        assertThat(answers.answered())
                .containsExactlyInAnyOrder(
                        first.price().participant(),
                        first.okafor().participant(),
                        first.participant(first.apprentice()));
        assertThat(answers.didNot())
                .extracting(said -> said.by().orElseThrow())
                .containsExactlyInAnyOrder(
                        first.price().participant(), first.okafor().participant());
        assertThat(hotDebriefs.close(first.director(), first.id())).isInstanceOf(HotDebriefResult.Done.class);
        assertThat(hotDebriefs.answers(first.director(), first.id()).keptBack()).isEqualTo(1);
    }

    private void answersHot(PlayedExercise first, Caller who, boolean withName, String didNot) {
        assertThat(hotDebriefs.answer(
                        who,
                        first.id(),
                        new HotAnswer(
                                withName,
                                "slip-of-" + first.participant(who),
                                "The lane was closed in time",
                                didNot,
                                "Say each change back")))
                .isInstanceOf(HotDebriefResult.Done.class);
    }

    private Finding found(PlayedExercise first, long observation) {
        return switch (findings.record(
                first.evaluator(),
                first.id(),
                new FindingDraft(
                        "The forecast reached two cells of five",
                        "A change of wind is told to every cell within five minutes",
                        "A care home stayed under the cloud for twenty minutes longer",
                        "Communication",
                        false,
                        List.of(first.inject().seq(), first.decision(), observation)))) {
            case FindingAnswer.Done done -> done.finding();
            case FindingAnswer.Refused refused -> throw new AssertionError(refused.toString());
        };
    }

    /** The apprentice makes a piece of evidence of the decision, and an assessor who was not there accepts it. */
    private EvidenceId isEvidence(PlayedExercise first) {
        EvidenceId piece = made(evidence.submit(
                first.apprentice(),
                new EntryRef(first.id(), first.decision()),
                0,
                "I decided before the cloud came, and said why",
                Set.of(DECIDES)));
        Caller assessor = assessor(first);
        made(evidence.judge(
                assessor,
                piece,
                DECIDES,
                Judgement.ACCEPTED,
                "Timely, with reasons that hold against what was known",
                evidence.piece(assessor, piece).read()));
        assertThat(evidence.piece(assessor, piece).claim(DECIDES).orElseThrow().state())
                .isEqualTo(ClaimState.ACCEPTED);
        return piece;
    }

    private static Caller assessor(PlayedExercise first) {
        return first.person("assessor", InstallationRole.ASSESSOR);
    }

    private void raisesANeed(PlayedExercise first, Lesson lesson) {
        made(needs.raiseForPerson(
                assessor(first),
                first.apprentice().person(),
                lesson.id(),
                "Practise passing a change on, and hearing it said back",
                Set.of(new KsbCode("S11"))));
        assertThat(needs.from(first.apprentice(), lesson.id())).hasSize(1);
        assertThat(needs.from(first.director(), lesson.id())).isEmpty();
    }

    /** The working group improves the sixth step because of the lesson, and has done so. */
    private int improves(PlayedExercise first, Lesson lesson) {
        LrcAnswer answer = improvements.propose(
                group(first),
                lesson.id(),
                new ImprovementDraft(
                        "A change of advice reaches every cell",
                        new LrcCode("step-6"),
                        null,
                        null,
                        "",
                        null,
                        "Duty officer",
                        null,
                        LocalDate.of(2026, 8, 31),
                        "No cell hears of a change from the radio",
                        "The time until every cell has said a change back",
                        ImprovementKind.INTERNAL_READINESS));
        assertThat(answer).isInstanceOf(LrcAnswer.Done.class);
        int number = Integer.parseInt(((LrcAnswer.Done) answer).what());
        List.of(
                        new ImprovementAct.Agree(""),
                        new ImprovementAct.Begin(""),
                        new ImprovementAct.Finish("In the duty officer's card, version 4"))
                .forEach(act -> assertThat(improvements.act(
                                group(first), number, improvement(number).changes(), act))
                        .isInstanceOf(LrcAnswer.Done.class));
        assertThat(improvement(number).state()).isEqualTo(ImprovementState.DONE);
        return number;
    }

    private static Caller group(PlayedExercise first) {
        return first.person("admin", InstallationRole.LRC_WORKING_GROUP);
    }

    private Improvement improvement(int number) {
        return improvements
                .record(new Caller.SignedIn(PersonId.random(), Set.of()), number)
                .orElseThrow();
    }

    private static <T> T made(Change<T> change) {
        assertThat(change).isInstanceOf(Change.Done.class);
        return ((Change.Done<T>) change).value();
    }

    /** Identified by the evaluator, accepted and planned by the director, worked on by the apprentice, implemented by its owner, attached. */
    private Lesson implemented(PlayedExercise first, Finding finding) {
        time.advance(Duration.ofDays(2));
        Lesson lesson = done(lessons.identify(
                first.evaluator(),
                finding.id(),
                new LessonDraft(
                        "A change of advice is told to every cell, and said back",
                        "One person passes every change on to each cell and hears it said back",
                        finding.theme(),
                        true)));
        done(lessons.accept(first.director(), lesson.id(), ""));
        done(lessons.plan(first.director(), lesson.id(), first.controller().person(), LocalDate.of(2026, 7, 31)));
        done(lessons.addAction(
                first.director(),
                lesson.id(),
                "Write the drill into the duty officer's card",
                first.apprentice().person(),
                LocalDate.of(2026, 6, 30)));
        time.advance(Duration.ofDays(9));
        done(lessons.done(first.apprentice(), lesson.id(), 1, "Card, version 4, on the shared drive"));
        done(lessons.implemented(first.controller(), lesson.id(), "Briefed to all duty officers on 25 May"));
        Lesson attached = done(lessons.attach(first.director(), lesson.id(), "warning-and-informing", FORECAST));
        assertThat(attached.state()).isEqualTo(LessonState.IMPLEMENTED);
        time.advance(Duration.ofDays(30));
        return attached;
    }

    /** The communications exercise until the forecast has been given to Tactical, acknowledged and answered; sealed. */
    private Second playsTheSecond(PlayedExercise first) {
        Caller director = first.director();
        ExerciseId id = conduct.plan(director, "warning-and-informing", "Warning and informing", time.instant());
        act(conduct.giveRole(director, id, ClientId.random(), first.evaluator().person(), ExerciseRole.EVALUATOR));
        JoinCode code = joining.codes(director, id).stream()
                .filter(each -> TACTICAL.equals(each.cell()))
                .findFirst()
                .orElseThrow();
        Joining.Result result =
                joining.join(Caller.NOBODY, new Joining.Request(code.code(), "G. Price", "Police", "", "10.1.1.2"));
        assertThat(result).isInstanceOf(Joining.Result.Joined.class);
        Caller price = new Caller.Joined(id, ((Joining.Result.Joined) result).participant());
        act(conduct.start(director, id, ClientId.random()));
        act(conduct.changePace(director, id, ClientId.random(), new Pace(6000)));
        for (int second = 0; second < 120 && play(id).delivered(FORECAST).isEmpty(); second++) {
            pass(id);
        }
        long inject = play(id).delivered(FORECAST).orElseThrow().seq();
        act(conduct.acknowledge(price, id, ClientId.random(), inject, time.instant()));
        long decision = act(logbook.logDecision(
                price,
                id,
                ClientId.random(),
                new DecisionDraft(
                        inject,
                        List.of(inject),
                        "Ring both cells now and hear the wind said back",
                        "Tern House lies in the new line of the smoke",
                        "",
                        "",
                        List.of(),
                        ""),
                time.instant()));
        pass(id);
        act(conduct.end(director, id, ClientId.random(), "Answers are in"));
        act(conduct.seal(director, id, ClientId.random()));
        return new Second(id, inject, decision);
    }

    private void pass(ExerciseId id) {
        time.advance(Duration.ofSeconds(1));
        ticker.beat();
        for (int wait = 0; wait < 200 && somethingIsDue(id); wait++) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    private boolean somethingIsDue(ExerciseId id) {
        return conduct.exercise(Caller.PROGRAM, id) instanceof Exercise.Running running
                && running.play().pending().stream()
                        .findFirst()
                        .filter(next ->
                                next.due().compareTo(running.play().clock().elapsedAt(time.instant())) <= 0)
                        .isPresent();
    }

    private Play play(ExerciseId id) {
        return conduct.exercise(Caller.PROGRAM, id).content().orElseThrow();
    }

    private Lesson judged(PlayedExercise first, Lesson lesson, Second second, Held held, String why) {
        LessonTest test = lessons.tests(first.evaluator(), second.id()).stream()
                .filter(one -> one.id().lesson().equals(lesson.id()))
                .findFirst()
                .orElseThrow();
        assertThat(test.due()).isTrue();
        assertThat(test.delivered()).isEqualTo(second.inject());
        return done(
                lessons.judge(first.evaluator(), test.id(), held, why, List.of(second.inject(), second.decision())));
    }

    /** From the lesson to the exercise that showed it and to the one that taught it: every reference is an entry of an intact record, with its hash. */
    private void walksBack(PlayedExercise first, Lesson held) {
        held.judgements()
                .forEach(said -> said.cites()
                        .forEach(seq -> assertThat(
                                        hash(first, new EntryRef(said.test().exercise(), seq)))
                                .hasSize(64)));
        assertThat(lessons.cited(first.director(), held.id())).hasSize(3).allSatisfy(cited -> {
            assertThat(cited.entry().exercise()).isEqualTo(first.id());
            assertThat(cited.hash()).isEqualTo(hash(first, cited.entry()));
        });
        Finding finding = findings.finding(first.director(), held.finding()).orElseThrow();
        assertThat(finding.cites()).isEqualTo(held.cites());
        assertThat(records.verify(first.director(), first.id())).isInstanceOf(Verdict.Sealed.class);
    }

    /** From the piece of evidence to the entry that it was made of. */
    private void walksBack(PlayedExercise first, EvidenceId piece) {
        EvidencePiece read = evidence.piece(first.apprentice(), piece);
        assertThat(read.entry()).isEqualTo(new EntryRef(first.id(), first.decision()));
        assertThat(read.context().hash()).isEqualTo(hash(first, read.entry()));
    }

    private String hash(PlayedExercise first, EntryRef entry) {
        return records.read(first.director(), entry.exercise(), entry.seq() - 1, 1).stream()
                .filter(one -> one.seq() == entry.seq())
                .map(LedgerEntry::hash)
                .findFirst()
                .orElseThrow();
    }

    /** From the moment in the first exercise, and from the one in the second, to the lesson. */
    private void walksForward(PlayedExercise first, Lesson lesson, Second second, EvidenceId piece) {
        assertThat(citing(first.director(), new EntryRef(first.id(), first.decision())))
                .contains("lessons/" + lesson.number());
        assertThat(citing(first.director(), new EntryRef(second.id(), second.decision())))
                .contains("lessons/" + lesson.number());
        assertThat(citing(assessor(first), new EntryRef(first.id(), first.decision())))
                .anySatisfy(path -> assertThat(path).contains(piece.toString()));
        assertThat(citing(first.director(), new EntryRef(first.id(), first.decision())))
                .noneSatisfy(path -> assertThat(path).contains(piece.toString()));
        assertThat(citing(first.okafor(), new EntryRef(first.id(), first.decision())))
                .isEmpty();
    }

    private List<String> citing(Caller caller, EntryRef entry) {
        return context.getBeanProvider(CitedBy.class)
                .orderedStream()
                .flatMap(workspace -> workspace.of(caller, entry).stream())
                .map(CitedBy.Link::path)
                .toList();
    }

    private static long act(CompletableFuture<Answer> answer) {
        Answer told = answer.orTimeout(20, TimeUnit.SECONDS).join();
        assertThat(told).isInstanceOf(Answer.Done.class);
        return ((Answer.Done) Objects.requireNonNull(told)).seq();
    }

    private static Lesson done(LessonAnswer answer) {
        assertThat(answer).isInstanceOf(LessonAnswer.Done.class);
        return ((LessonAnswer.Done) answer).lesson();
    }
}
