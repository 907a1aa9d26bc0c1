package org.startex.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.startex.conduct.Facilitated.begins;
import static org.startex.conduct.Facilitated.opens;
import static org.startex.conduct.SteeringTest.refusal;
import static org.startex.conduct.SteeringTest.tick;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startex.kernel.Audience;
import org.startex.kernel.CellCode;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Ruling;

/** The discussion of a move: in real time, whatever exercise time does. Move 1 has a question for all and one for the rest centre. */
class DiscussingTest {
    private static final QuestionNumber FIRST = new QuestionNumber(1, 1);
    private static final QuestionNumber SECOND = new QuestionNumber(1, 2);

    private record Said(QuestionNumber question, CellCode cell, int version, boolean late, String said)
            implements TableAnswer {}

    @Test
    void eachQuestionIsPutToThoseItIsFor() {
        Played played = Facilitated.running(6);
        assertThat(refusal(opens(played, 1, 20, 2, 1))).isEmpty();
        assertThat(discussion(played).until()).isEqualTo(played.now.plus(Duration.ofMinutes(20)));
        List<LedgerEntry> put = played.record.stream()
                .filter(entry -> entry.fact() instanceof QuestionOpened)
                .toList();
        assertThat(put)
                .extracting(entry -> ((QuestionOpened) entry.fact()).question())
                .containsExactly(FIRST, SECOND);
        assertThat(put)
                .extracting(LedgerEntry::audience)
                .containsExactly(Audience.EVERYONE, Audience.cell(Played.REST_CENTRE));
    }

    @Test
    void questionsAreOpenedOneAfterAnotherAndTheTimerBeginsAnew() {
        Played played = Facilitated.running(6);
        opens(played, 1, 5, 1);
        tick(played, Duration.ofMinutes(4));
        opens(played, 1, 5, 2);
        assertThat(played.play().schedule().moves().questions(1)).hasSize(2);
        assertThat(discussion(played).until()).isEqualTo(played.now.plus(Duration.ofMinutes(5)));
        opens(played, 1, 5, 1, 2);
        assertThat(played.play().schedule().moves().questions(1)).as("put once").hasSize(2);
    }

    @Test
    void whatIsNoDiscussionIsRefused() {
        Played played = Facilitated.running(6);
        assertThat(refusal(opens(played, 1, 20))).contains("no-questions");
        assertThat(refusal(opens(played, 1, 20, 3))).contains("no-questions");
        assertThat(refusal(opens(played, 1, 0, 1))).contains("discussion-length");
        assertThat(refusal(opens(played, 2, 20, 1))).contains("move-begun-meanwhile");
        assertThat(refusal(opens(Played.running(1), 0, 20, 1))).contains("not-facilitated");
        assertThat(refusal(opens(Facilitated.planned(1), 0, 20, 1))).contains("not-started");
        assertThat(refusal(played.does(new ExerciseCommand.CloseDiscussion(played.director))))
                .contains("no-discussion");
    }

    @Test
    void extendingAddsToTheTimeThatIsLeftOrBeginsNow() {
        Played played = Facilitated.running(6);
        opens(played, 1, 20, 1);
        Instant until = discussion(played).until();
        extendsBy(played, until, 5);
        assertThat(discussion(played).until()).isEqualTo(until.plus(Duration.ofMinutes(5)));
        assertThat(refusal(extendsBy(played, until, 5)))
                .as("two controllers extend it once")
                .contains("discussion-changed");
        tick(played, Duration.ofMinutes(40));
        extendsBy(played, discussion(played).until(), 5);
        assertThat(discussion(played).until()).isEqualTo(played.now.plus(Duration.ofMinutes(5)));
    }

    @Test
    void aRealIncidentTakesNoTimeFromTheTables() {
        Played played = Facilitated.running(6);
        opens(played, 1, 20, 1);
        Instant until = discussion(played).until();
        played.after(Duration.ofMinutes(5));
        played.does(new ExerciseCommand.StopForRealIncident(played.okafor, "Real", played.now));
        played.after(Duration.ofMinutes(7));
        played.does(new ExerciseCommand.ClearRealIncident(played.director, "Over"));
        assertThat(discussion(played).until()).isEqualTo(until.plus(Duration.ofMinutes(7)));
    }

    @Test
    void theNextMoveEndsTheDiscussion() {
        Played played = Facilitated.running(6);
        opens(played, 1, 20, 1);
        played.after(Duration.ofMinutes(5));
        begins(played, 2);
        assertThat(played.play().schedule().moves().discussion())
                .as("of move 2")
                .isEmpty();
        assertThat(played.play().schedule().moves().discussion(1))
                .hasValueSatisfying(
                        first -> assertThat(first).isEqualTo(new Discussion(1, Played.START, played.now, true)));
    }

    @Test
    void aTableAnswersTogetherAndNobodyWritesOverAnotherUnseen() {
        Played played = Facilitated.running(6);
        ParticipantId lindqvist = ParticipantId.random();
        played.joins(lindqvist, Played.REST_CENTRE, "");
        opens(played, 1, 20, 1, 2);
        assertThat(refusal(answers(played, played.okafor, FIRST, 0, "Police"))).isEmpty();
        assertThat(refusal(answers(played, lindqvist, FIRST, 0, "Council"))).contains("answered-meanwhile");
        assertThat(refusal(answers(played, lindqvist, FIRST, 1, "Police, then council")))
                .isEmpty();
        assertThat(played.play().schedule().moves().answer(FIRST, Played.REST_CENTRE))
                .hasValueSatisfying(answer -> {
                    assertThat(answer.version()).isEqualTo(2);
                    assertThat(answer.said()).isEqualTo("Police, then council");
                    assertThat(answer.by()).isEqualTo(lindqvist);
                    assertThat(answer.late()).isFalse();
                });
        assertThat(refusal(answers(played, played.price, FIRST, 0, "Fire")))
                .as("another table")
                .isEmpty();
        assertThat(refusal(answers(played, played.price, SECOND, 0, "Two"))).contains("not-your-question");
        assertThat(refusal(answers(played, played.director, FIRST, 0, "Me"))).contains("not-admitted");
    }

    @Test
    void whatIsWrittenAfterTheDiscussionIsLateAndWhatWasWrittenBeforeIsNot() {
        Played played = Facilitated.running(6);
        opens(played, 1, 20, 1, 2);
        Instant inTime = played.now.plus(Duration.ofMinutes(19));
        tick(played, Duration.ofMinutes(25));
        begins(played, 2);
        answers(played, played.okafor, FIRST, 0, "Written without network", inTime);
        answers(played, played.okafor, SECOND, 0, "Written afterwards", played.now);
        assertThat(played.play().schedule().moves().answers())
                .extracting(AnswerMark::late)
                .containsExactly(false, true);
        played.does(new ExerciseCommand.EndExercise(played.director, ""));
        assertThat(refusal(answers(played, played.price, FIRST, 0, "Too late"))).contains("ended");
    }

    private static Discussion discussion(Played played) {
        return played.play().schedule().moves().discussion().orElseThrow();
    }

    private static Ruling extendsBy(Played played, Instant until, int minutes) {
        return played.does(new ExerciseCommand.ExtendDiscussion(played.director, until, minutes));
    }

    private static Ruling answers(Played played, ParticipantId by, QuestionNumber question, int base, String said) {
        return answers(played, by, question, base, said, played.now);
    }

    private static Ruling answers(
            Played played, ParticipantId by, QuestionNumber question, int base, String said, Instant written) {
        return played.folds(Tables.answer(
                played.state,
                by,
                question,
                base,
                (cell, version, late) -> new Said(question, cell, version, late, said),
                written,
                played.now,
                played.lastAlive));
    }
}
