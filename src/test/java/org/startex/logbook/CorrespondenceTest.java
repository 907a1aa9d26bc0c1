package org.startex.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.startex.conduct.ExerciseCommand;
import org.startex.conduct.Played;
import org.startex.conduct.ReplyLogged;
import org.startex.conduct.WrittenAt;
import org.startex.kernel.Addressee;
import org.startex.kernel.Audience;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Ruling;

/** Who may write what to whom, who reads it, and what becomes of a request to an outside body. */
class CorrespondenceTest {
    private static final String AGENCY = "Environment Agency duty officer";

    private final Played played = Played.running(3);
    private final ParticipantId whitlock = played.director;
    private final ParticipantId nair = ParticipantId.random();

    CorrespondenceTest() {
        played.does(new ExerciseCommand.GiveRole(whitlock, nair, ExerciseRole.CONTROLLER, "P. Nair", "Council"));
    }

    private Ruling sends(ParticipantId by, MessageDraft draft, Instant written) {
        return played.folds(
                Messages.send(played.state, by, draft, WrittenAt.online(written), played.now, played.lastAlive));
    }

    private Ruling sends(ParticipantId by, Party to, String text) {
        return sends(by, new MessageDraft(to, "", null, null, text), played.now);
    }

    private Ruling answers(ParticipantId by, Party to, long message, String text) {
        return sends(by, new MessageDraft(to, "", message, null, text), played.now);
    }

    private Ruling asks(ParticipantId by, String text) {
        return sends(by, new MessageDraft(Party.BODY, AGENCY, null, null, text), played.now);
    }

    private LedgerEntry last() {
        return played.record.getLast();
    }

    private static String why(Ruling ruling) {
        assertThat(ruling).isInstanceOf(Ruling.Refused.class);
        return ((Ruling.Refused) ruling).reason().code();
    }

    private boolean read(ParticipantId participant) {
        return played.play().mayRead(participant, last().audience());
    }

    private MessageThread thread() {
        return MessageThread.of(played.play()).getLast();
    }

    @Test
    void aPlayerWritesToControlAndTheirOwnCellReadsItToo() {
        sends(played.okafor, Party.CONTROL, " The printer has no paper. ");

        assertThat(last().fact())
                .isEqualTo(new Message.Sent(
                        Party.of(Played.REST_CENTRE),
                        Party.CONTROL,
                        null,
                        null,
                        null,
                        false,
                        new MessageWords("The printer has no paper.", "")));
        assertThat(last().audience()).isEqualTo(Audience.cell(Played.REST_CENTRE));
        assertThat(read(played.okafor)).isTrue();
        assertThat(read(played.price)).isFalse();
        assertThat(read(whitlock)).isTrue();
    }

    @Test
    void aMessageBetweenTwoCellsIsReadByBothAndAnsweredInItsThread() {
        sends(played.okafor, Party.of(Played.TACTICAL), "Forty beds are ready.");
        long first = last().seq();
        assertThat(last().audience())
                .isEqualTo(new Audience.Addressees(
                        Set.of(new Addressee(Played.TACTICAL, ""), new Addressee(Played.REST_CENTRE, ""))));

        answers(played.price, Party.of(Played.REST_CENTRE), first, "Thank you. Thirty are coming.");

        assertThat(((Message) last().fact()).thread()).isEqualTo(first);
        assertThat(thread().messages()).hasSize(2);
        assertThat(why(answers(played.price, Party.CONTROL, first, "And control should know.")))
                .isEqualTo("message-other-thread");
    }

    @Test
    void nobodyWritesToTheirOwnCellToOnePlayerOrToAllCellsButControl() {
        assertThat(why(sends(played.okafor, Party.of(Played.REST_CENTRE), "To ourselves.")))
                .isEqualTo("message-not-allowed");
        assertThat(why(sends(played.okafor, Party.of(played.price), "Between us.")))
                .isEqualTo("message-not-allowed");
        assertThat(why(sends(played.okafor, Party.EVERYBODY, "All stations."))).isEqualTo("message-not-allowed");

        sends(nair, Party.EVERYBODY, "Lunch is in the hall at half past twelve.");
        assertThat(last().audience()).isEqualTo(Audience.EVERYONE);
        long all = last().seq();
        answers(played.okafor, Party.CONTROL, all, "Is there a vegan lunch?");
        assertThat(last().audience()).isEqualTo(Audience.cell(Played.REST_CENTRE));
        assertThat(read(played.price)).isFalse();
    }

    @Test
    void whatControlWritesToOnePlayerStaysBetweenThem() {
        sends(nair, Party.of(played.okafor), "Your relief has arrived.");
        long message = last().seq();
        ParticipantId neighbour = ParticipantId.random();
        played.joins(neighbour, Played.REST_CENTRE, "");

        answers(played.okafor, Party.CONTROL, message, "Thank you, I am coming.");

        assertThat(last().audience()).isEqualTo(Audience.only(played.okafor));
        assertThat(read(neighbour)).isFalse();
        assertThat(why(answers(neighbour, Party.CONTROL, message, "Who?"))).isEqualTo("not-your-entry");
    }

    @Test
    void aReplyToAnInjectGoesToControlAndTheCellHasAnsweredIt() {
        played.after(Duration.ofMinutes(10));
        played.does(new ExerciseCommand.Tick());
        long inject = played.entry("2");

        sends(played.okafor, new MessageDraft(Party.CONTROL, "", null, inject, "Tell them to wait."), played.now);

        assertThat(played.record.get(played.record.size() - 2).fact()).isEqualTo(ReplyLogged.byMessage(inject));
        assertThat(played.play().delivered(inject).orElseThrow().answered()).containsOnlyKeys(played.okafor);
        assertThat(played.play().logNumbers()).isZero();
        assertThat(why(sends(played.price, new MessageDraft(Party.CONTROL, "", null, inject, "And we?"), played.now)))
                .isEqualTo("not-your-inject");
    }

    @Test
    void messagesAreTakenPausedAndWhilePlayIsStoppedButARequestWaitsForTheAllClear() {
        played.does(new ExerciseCommand.PauseExercise(whitlock, ""));
        assertThat(asks(played.okafor, "When does the river peak?")).isInstanceOf(Ruling.Accepted.class);
        long request = last().seq();
        played.does(new ExerciseCommand.StopForRealIncident(played.price, "Somebody collapsed.", played.now));

        assertThat(sends(played.okafor, Party.CONTROL, "The first aider is with him."))
                .isInstanceOf(Ruling.Accepted.class);
        assertThat(sends(nair, Party.of(Played.TACTICAL), "Stay in your room.")).isInstanceOf(Ruling.Accepted.class);
        assertThat(why(asks(played.okafor, "And when does it fall?"))).isEqualTo("stopped");
        assertThat(why(played.folds(
                        Requests.answer(played.state, nair, request, "At four.", played.now, played.lastAlive))))
                .isEqualTo("stopped");
    }

    @Test
    void beforeStartexNothingIsWrittenAndAfterEndexOnlyWhatAPlayerWroteBefore() {
        Played planned = Played.planned(1);
        MessageDraft draft = new MessageDraft(Party.CONTROL, "", null, null, "Hello.");
        assertThat(why(Messages.send(
                        planned.state, planned.okafor, draft, WrittenAt.online(planned.now), planned.now, planned.now)))
                .isEqualTo("not-started");

        Instant written = played.after(Duration.ofMinutes(1)).now;
        played.after(Duration.ofMinutes(1)).does(new ExerciseCommand.EndExercise(whitlock, ""));
        played.after(Duration.ofMinutes(1));
        sends(played.okafor, draft, written);

        assertThat(((Message.Sent) last().fact()).late()).isTrue();
        assertThat(last().occurredAt()).isEqualTo(written);
        assertThat(why(sends(played.okafor, draft, played.now))).isEqualTo("message-after-endex");
        assertThat(why(sends(nair, Party.of(Played.TACTICAL), "Well done."))).isEqualTo("message-after-endex");
    }

    @Test
    void aRequestIsTakenByOneControllerAndAnsweredOnceAsTheBody() {
        asks(played.okafor, "When does the river peak?");
        long request = last().seq();
        assertThat(thread().waiting()).hasSize(1);

        takes(nair, request, null);
        assertThat(last().audience()).isEqualTo(Audience.STAFF);
        assertThat(why(takes(whitlock, request, null))).isEqualTo("request-taken");
        assertThat(why(takes(nair, request, nair))).isEqualTo("request-yours");
        assertThat(why(answersAsBody(whitlock, request, "At three."))).isEqualTo("request-taken");

        answersAsBody(nair, request, " At four, 3.9 metres. ");

        assertThat(last().fact())
                .isEqualTo(new Message.Answered(
                        request,
                        Party.of(Played.REST_CENTRE),
                        request,
                        new MessageWords("At four, 3.9 metres.", AGENCY)));
        assertThat(last().audience()).isEqualTo(Audience.cell(Played.REST_CENTRE));
        assertThat(thread().waiting()).isEmpty();
        assertThat(why(answersAsBody(nair, request, "At five."))).isEqualTo("request-closed");
    }

    @Test
    void twoControllersWhoAnswerAtOnceMakeOneAnswerAndTheOtherIsTold() {
        asks(played.okafor, "When does the river peak?");
        long request = last().seq();

        assertThat(answersAsBody(nair, request, "At four.")).isInstanceOf(Ruling.Accepted.class);
        assertThat(why(answersAsBody(whitlock, request, "At three."))).isEqualTo("request-closed");
        assertThat(why(declines(whitlock, request, "Nobody is there."))).isEqualTo("request-closed");
        assertThat(thread().messages()).hasSize(2);
    }

    @Test
    void anotherControllerTakesARequestOverAndDeclinesItWithAReason() {
        asks(played.okafor, "When does the river peak?");
        long request = last().seq();
        takes(nair, request, null);
        takes(whitlock, request, nair);

        assertThat(why(declines(whitlock, request, " "))).isEqualTo("missing");
        declines(whitlock, request, "Nobody answers the telephone.");

        assertThat(last().fact()).isInstanceOf(Message.Declined.class);
        assertThat(thread().waiting()).isEmpty();
        assertThat(thread().requests()).containsOnlyKeys(request);
    }

    @Test
    void aRequestThatWaitsTenMinutesOfExerciseTimeIsLateAndStaysOpenAtEndex() {
        asks(played.okafor, "When does the river peak?");
        played.after(Duration.ofMinutes(9));
        assertThat(waiting().late(elapsed())).isFalse();
        played.after(Duration.ofMinutes(1));
        assertThat(waiting().late(elapsed())).isTrue();
        played.does(new ExerciseCommand.PauseExercise(whitlock, ""));
        played.after(Duration.ofMinutes(5));
        assertThat(waiting().waited(elapsed()).micros()).isEqualTo(600_000_000L);

        played.does(new ExerciseCommand.EndExercise(whitlock, ""));
        assertThat(MessageThread.waiting(MessageThread.of(played.play()))).hasSize(1);
    }

    @Test
    void badTextIsRefusedWithTheFieldAtFault() {
        assertThat(why(sends(played.okafor, Party.CONTROL, " "))).isEqualTo("missing");
        assertThat(why(sends(played.okafor, Party.CONTROL, "x".repeat(2001)))).isEqualTo("too-long");
        assertThat(why(sends(played.okafor, Party.CONTROL, "\u0000"))).isEqualTo("bad-text");
        Ruling unnamed = sends(played.okafor, new MessageDraft(Party.BODY, " ", null, null, "When?"), played.now);
        assertThat(((Ruling.Refused) unnamed).reason().field()).isEqualTo("body");
        assertThat(List.of(why(sends(ParticipantId.random(), Party.CONTROL, "Hello."))))
                .containsExactly("not-admitted");
    }

    private Ruling takes(ParticipantId by, long request, @Nullable ParticipantId holder) {
        return played.folds(Requests.take(played.state, by, request, holder, played.now, played.lastAlive));
    }

    private Ruling answersAsBody(ParticipantId by, long request, String text) {
        return played.folds(Requests.answer(played.state, by, request, text, played.now, played.lastAlive));
    }

    private Ruling declines(ParticipantId by, long request, String reason) {
        return played.folds(Requests.decline(played.state, by, request, reason, played.now, played.lastAlive));
    }

    private MessageThread.Standing waiting() {
        return thread().waiting().getFirst();
    }

    private ExerciseTime elapsed() {
        return played.play().clock().elapsedAt(played.now);
    }
}
