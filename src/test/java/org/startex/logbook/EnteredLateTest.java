package org.startex.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startex.conduct.ExerciseCommand;
import org.startex.conduct.Played;
import org.startex.conduct.SentFromPage;
import org.startex.conduct.WrittenAt;
import org.startex.kernel.ExerciseTime;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Ruling;

/** What was written without a network keeps the time at which it was written, and says why it comes late. */
class EnteredLateTest {
    private final Played played = Played.running(1).after(Duration.ofMinutes(10));

    @ParameterizedTest
    @CsvSource({"PT3M, true, true", "PT10S, true, true", "PT9.999S, true, false", "PT3M, false, false"})
    void itSaysThatTheNetworkWasDownWhenThatMadeItLate(Duration ago, boolean offline, boolean said) {
        assertThat(log("", ago, offline)).isInstanceOf(Ruling.Accepted.class);

        LedgerEntry entry = played.record.getLast();
        assertThat(entry.fact()).isInstanceOfSatisfying(DecisionRecorded.class, decision -> {
            assertThat(decision.enteredLate()).isEqualTo(said);
            assertThat(decision.late()).isFalse();
        });
        assertThat(entry.occurredAt()).isEqualTo(played.now.minus(ago));
        assertThat(entry.exerciseTime())
                .isEqualTo(ExerciseTime.of(Duration.ofMinutes(10).minus(ago)));
    }

    @ParameterizedTest
    @CsvSource({"PT3M, true, true", "PT9.999S, true, false", "PT3M, false, false"})
    void messagesRequestsAndAcknowledgementsSayTheSame(Duration ago, boolean offline, boolean said) {
        played.does(new ExerciseCommand.Tick());
        played.after(Duration.ofMinutes(5));
        WrittenAt written = new WrittenAt(played.now.minus(ago), offline);
        played.does(new ExerciseCommand.AcknowledgeInject(played.price, played.entry("1"), written));
        sends(new MessageDraft(Party.CONTROL, "", null, played.entry("1"), "Forty."), written);
        sends(new MessageDraft(Party.BODY, "Environment Agency duty officer", null, null, "When?"), written);

        List<LedgerEntry> entries = played.record.stream()
                .filter(entry -> entry.fact() instanceof SentFromPage)
                .toList();
        assertThat(entries).hasSize(3).allSatisfy(entry -> {
            assertThat(((SentFromPage) entry.fact()).enteredLate()).isEqualTo(said);
            assertThat(entry.occurredAt()).isEqualTo(written.at());
        });
        assertThat(((SentFromPage) entries.getFirst().fact()).offline())
                .as("nothing is kept where there is nothing to tell")
                .isEqualTo(said ? true : null);
    }

    private void sends(MessageDraft draft, WrittenAt written) {
        assertThat(played.folds(
                        Messages.send(played.state, played.price, draft, written, played.now, played.lastAlive)))
                .isInstanceOf(Ruling.Accepted.class);
    }

    @Test
    void afterEndexTheNetworkIsReasonEnough() {
        played.does(new ExerciseCommand.EndExercise(played.director, ""));
        played.after(Duration.ofMinutes(1));
        assertThat(log("", Duration.ofMinutes(3), false)).isInstanceOf(Ruling.Refused.class);
        assertThat(log("", Duration.ofMinutes(3), true)).isInstanceOf(Ruling.Accepted.class);
        assertThat(last().late()).isTrue();
        assertThat(last().words().lateReason()).isEqualTo("It was written while the network was down.");
        assertThat(log("The phone was flat", Duration.ofMinutes(3), true)).isInstanceOf(Ruling.Accepted.class);
        assertThat(last().words().lateReason()).isEqualTo("The phone was flat");
    }

    private DecisionRecorded last() {
        return (DecisionRecorded) played.record.getLast().fact();
    }

    private Ruling log(String lateReason, Duration ago, boolean offline) {
        DecisionDraft draft = new DecisionDraft(
                null, List.of(), "Open the second hall", "One is full", "", "", List.of(), lateReason);
        return played.folds(Logbook.decide(
                played.state,
                played.okafor,
                draft,
                new Logbook.Had(List.of(), List.of()),
                new WrittenAt(played.now.minus(ago), offline),
                played.now,
                played.lastAlive));
    }
}
