package org.startex;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.conduct.AnswerMark;
import org.startex.conduct.ConductService;
import org.startex.conduct.Delivered;
import org.startex.conduct.Exercise;
import org.startex.conduct.FacilitationService;
import org.startex.conduct.Joining;
import org.startex.conduct.JoiningService;
import org.startex.conduct.Pace;
import org.startex.conduct.PassedOver;
import org.startex.conduct.Place;
import org.startex.conduct.PlannedInject;
import org.startex.conduct.Play;
import org.startex.conduct.QuestionNumber;
import org.startex.conduct.RecordService;
import org.startex.conduct.Ticker;
import org.startex.conduct.WrittenAt;
import org.startex.kernel.Audience;
import org.startex.kernel.CellCode;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.PersonId;
import org.startex.ledger.Answer;
import org.startex.logbook.AnswerDraft;
import org.startex.logbook.AnswerRecorded;
import org.startex.logbook.AnswerService;
import org.startex.people.Caller;
import org.startex.people.PeopleService;
import org.startex.scenario.InjectKind;
import org.startex.testing.SettableTime;
import org.startex.testing.StartexTest;

/** The tabletops of the library from STARTEX to ENDEX, with a clock that the test moves: each move begun by hand, its questions answered by two tables. */
@StartexTest
class TabletopTest {
    @Autowired
    ConductService conduct;

    @Autowired
    FacilitationService facilitation;

    @Autowired
    AnswerService answers;

    @Autowired
    JoiningService joining;

    @Autowired
    RecordService records;

    @Autowired
    PeopleService people;

    @Autowired
    Ticker ticker;

    @Autowired
    SettableTime time;

    private Caller director = Caller.NOBODY;
    private ExerciseId id = ExerciseId.random();

    @ParameterizedTest
    @ValueSource(strings = {"flood-v", "heatwave"})
    void everyMoveIsBegunAndDiscussedAndTheReserveWaitsForTheFacilitator(String scenario) {
        director = director();
        id = conduct.plan(director, scenario, "Tabletop", time.instant());
        List<Place> tables = play().plan().places();
        CellCode table = tables.getFirst().code();
        CellCode other = tables.get(1).code();
        Caller okafor = joins(table, "M. Okafor");
        Caller price = joins(table, "G. Price");
        Caller lindqvist = joins(other, "S. Lindqvist");
        done(conduct.start(director, id, ClientId.random()));
        done(conduct.changePace(director, id, ClientId.random(), new Pace(6000)));

        int moves = play().plan().phases().size();
        for (int move = 1; move <= moves; move++) {
            if (move > 1) {
                passUntil(() -> conduct.exercise(director, id) instanceof Exercise.Paused);
                hasLeftWhatIsDueBefore(play().plan().phases().get(move - 1).from());
                done(begins(move));
                assertThat(refusal(begins(move))).isEqualTo("move-begun-meanwhile");
            }
            asks(move);
            discusses(move, okafor, price, lindqvist);
        }
        passUntil(() -> play().pending().isEmpty());

        List<PlannedInject> reserve = play().undelivered();
        assertThat(reserve).isNotEmpty().allMatch(inject -> inject.kind().byHand());
        reserve.forEach(inject -> done(conduct.send(director, id, ClientId.random(), inject.number())));
        done(conduct.end(director, id, ClientId.random(), "Objectives met"));
        assertThat(answers.answer(price, id, ClientId.random(), draft(moves, 3, "Too late"), time.instant())
                        .orTimeout(10, TimeUnit.SECONDS)
                        .join())
                .isInstanceOf(Answer.Refused.class);
        done(conduct.seal(director, id, ClientId.random()));

        assertThat(play().delivered())
                .extracting(Delivered::number)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(play().plan().injects().stream()
                        .map(PlannedInject::number)
                        .toList());
        assertThat(play().delivered().stream()
                        .filter(inject -> inject.cause().isPresent())
                        .map(Delivered::number))
                .as("because nobody had acknowledged another")
                .containsExactlyElementsOf(waiting());
        List<AnswerRecorded> recorded = records.read(director, id, 0, 10_000).stream()
                .filter(entry -> entry.fact() instanceof AnswerRecorded)
                .peek(entry ->
                        assertThat(entry.audience()).isEqualTo(Audience.cell(((AnswerRecorded) entry.fact()).cell())))
                .map(entry -> (AnswerRecorded) entry.fact())
                .toList();
        assertThat(recorded).hasSize(4 * moves);
        assertThat(recorded.stream().filter(AnswerRecorded::late)).hasSize(moves);
    }

    /** Puts all questions of the move to the tables. */
    private void asks(int move) {
        List<Integer> questions =
                IntStream.rangeClosed(1, play().questions(move).size()).boxed().toList();
        done(facilitation.openDiscussion(director, id, ClientId.random(), move, questions, 10));
        assertThat(play().schedule().moves().questions(move)).hasSameSizeAs(questions);
    }

    /** Two of one table write one answer, and are told when the other has saved one; the other table has its own; what comes when time is up is taken and marked, and so is what comes late without a network. */
    private void discusses(int move, Caller okafor, Caller price, Caller lindqvist) {
        done(answers.answer(okafor, id, ClientId.random(), draft(move, 0, "Leave by ten"), time.instant()));
        assertThat(refusal(answers.answer(price, id, ClientId.random(), draft(move, 0, "Go upstairs"), time.instant())))
                .isEqualTo("answered-meanwhile");
        done(answers.answer(
                price, id, ClientId.random(), draft(move, 1, "Leave by ten, or go upstairs"), time.instant()));
        WrittenAt withoutNetwork = new WrittenAt(time.instant().minus(WrittenAt.ENTERED_LATE), true);
        done(answers.answer(lindqvist, id, ClientId.random(), draft(move, 0, "Ask the wardens"), withoutNetwork));
        time.advance(Duration.ofMillis(10));
        done(facilitation.closeDiscussion(director, id, ClientId.random()));
        time.advance(Duration.ofMillis(10));
        done(answers.answer(
                okafor, id, ClientId.random(), draft(move, 2, "Leave by ten; the ill first"), time.instant()));
        assertThat(version(move, okafor)).hasValue(3);
        assertThat(version(move, lindqvist)).hasValue(1);
        assertThat(standing(move, lindqvist))
                .hasValueSatisfying(answer -> assertThat(answer.enteredLate()).isTrue());
        assertThat(standing(move, okafor))
                .hasValueSatisfying(answer -> assertThat(answer.enteredLate()).isFalse());
    }

    private Optional<Integer> version(int move, Caller of) {
        return standing(move, of).map(AnswerMark::version);
    }

    private Optional<AnswerMark> standing(int move, Caller of) {
        CellCode cell = conduct.standing(of, id).orElseThrow().member().cell();
        assertThat(cell).isNotNull();
        return play().schedule().moves().answer(new QuestionNumber(move, 1), cell);
    }

    private static AnswerDraft draft(int move, int base, String text) {
        return new AnswerDraft(new QuestionNumber(move, 1), base, text);
    }

    private CompletableFuture<Answer> begins(int move) {
        return facilitation.beginMove(director, id, ClientId.random(), move, PassedOver.HOLD, "");
    }

    private void hasLeftWhatIsDueBefore(ExerciseTime end) {
        assertThat(play().pending()).allMatch(inject -> inject.due().compareTo(end) >= 0);
        assertThat(play().delivered()).allMatch(inject -> inject.time().compareTo(end) <= 0);
    }

    /** Those that wait for a condition. */
    private List<InjectNumber> waiting() {
        return play().plan().injects().stream()
                .filter(inject -> inject.kind() instanceof InjectKind.Conditional)
                .map(PlannedInject::number)
                .toList();
    }

    private Play play() {
        return conduct.exercise(Caller.PROGRAM, id).content().orElseThrow();
    }

    private void passUntil(BooleanSupplier reached) {
        for (int second = 0; second < 300 && !reached.getAsBoolean(); second++) {
            time.advance(Duration.ofSeconds(1));
            ticker.beat();
            for (int wait = 0; wait < 200 && somethingIsDue(); wait++) {
                LockSupport.parkNanos(5_000_000);
            }
        }
        assertThat(reached.getAsBoolean()).isTrue();
    }

    private boolean somethingIsDue() {
        return conduct.exercise(Caller.PROGRAM, id) instanceof Exercise.Running running
                && (running.play().pending().stream()
                                .anyMatch(inject -> inject.due().compareTo(elapsed(running)) <= 0)
                        || !running.play().withinMove(elapsed(running)));
    }

    private ExerciseTime elapsed(Exercise.Running running) {
        return running.play().clock().elapsedAt(time.instant());
    }

    private Caller joins(CellCode cell, String name) {
        String code = joining.codes(director, id).stream()
                .filter(each -> cell.equals(each.cell()))
                .findFirst()
                .orElseThrow()
                .code();
        return switch (joining.join(Caller.NOBODY, new Joining.Request(code, name, "Council", "", "127.0.0.1"))) {
            case Joining.Result.Joined joined -> new Caller.Joined(joined.exercise(), joined.participant());
            case Joining.Result.NotJoined not -> throw new AssertionError(not.toString());
        };
    }

    private Caller director() {
        Set<InstallationRole> directs = Set.of(InstallationRole.EXERCISE_DIRECTOR);
        return people.directory(new Caller.SignedIn(PersonId.random(), directs), "director", 50).stream()
                .filter(person -> person.username().equals("director"))
                .findFirst()
                .map(person -> new Caller.SignedIn(person.person(), directs))
                .orElseThrow();
    }

    private static void done(CompletableFuture<Answer> answer) {
        assertThat(answer.orTimeout(10, TimeUnit.SECONDS).join()).isInstanceOf(Answer.Done.class);
    }

    private static String refusal(CompletableFuture<Answer> answer) {
        Answer given = answer.orTimeout(10, TimeUnit.SECONDS).join();
        assertThat(given).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused) given).reason().code();
    }
}
