package org.startex.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.startex.conduct.Attestation;
import org.startex.conduct.Exercise;
import org.startex.conduct.ExerciseCommand;
import org.startex.conduct.Played;
import org.startex.kernel.Audience;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.PublicAddress;
import org.startex.ledger.Actor;
import org.startex.ledger.Draft;
import org.startex.ledger.Fact;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Ruling;
import org.startex.logbook.Decision;
import org.startex.logbook.DecisionConfirmed;
import org.startex.logbook.DecisionDisputed;
import org.startex.logbook.DecisionRecorded;
import org.startex.logbook.DecisionWords;
import org.startex.people.ParticipantName;

/** In every document a decision that a loggist logged says whether its maker has confirmed it. */
class LoggedForTest {
    private final Played played = Played.running(1);
    private final ParticipantId loggist = ParticipantId.random();

    @Test
    void theTimelineAndTheDecisionLogSayHowItStands() {
        played.does(new ExerciseCommand.GiveRole(played.director, loggist, ExerciseRole.LOGGIST, "P. Lane", "Council"));
        played.after(Duration.ofMinutes(2));
        add(
                loggist,
                new DecisionRecorded(
                        1,
                        Played.REST_CENTRE,
                        null,
                        List.of(),
                        false,
                        List.of(),
                        List.of(),
                        null,
                        new DecisionWords("Keep two coaches.", "They cannot wait.", "", "", List.of(), ""),
                        played.okafor));
        LedgerEntry entry = played.record.getLast();

        assertThat(line(entry))
                .isEqualTo("Decision 1, Rest centre, M. Okafor: Keep two coaches. (logged by P. Lane, not confirmed)");
        assertThat(logged(entry, "")).isEqualTo("By P. Lane. Not yet confirmed by the decision maker.");
        add(played.okafor, new DecisionDisputed(entry.seq(), 1, false, "Three coaches"));
        assertThat(line(played.record.getLast())).isEqualTo("Decision 1 disputed by M. Okafor: Three coaches");
        assertThat(line(entry)).endsWith("(logged by P. Lane, disputed)");
        assertThat(logged(entry, "Three coaches"))
                .isEqualTo("By P. Lane. Disputed by the decision maker: Three coaches");
        add(played.okafor, new DecisionConfirmed(entry.seq(), 1, false));
        assertThat(line(played.record.getLast())).isEqualTo("Decision 1 confirmed by M. Okafor");
        assertThat(line(entry)).endsWith("(logged by P. Lane, confirmed)");
        assertThat(logged(entry, "")).isEqualTo("By P. Lane. Confirmed by the decision maker.");
    }

    private void add(ParticipantId by, Fact fact) {
        played.folds(Ruling.accept(
                List.of(new Draft(Actor.of(by), Audience.cell(Played.REST_CENTRE), played.now, null, fact))));
    }

    private String line(LedgerEntry entry) {
        return Happenings.line(source(), entry).orElseThrow();
    }

    private String logged(LedgerEntry entry, String dispute) {
        Attestation.Word word =
                played.play().attestation(entry.seq()).orElseThrow().word();
        return DecisionLog.loggedFor(
                source(),
                new Decision(
                        entry.seq(),
                        played.okafor,
                        null,
                        entry.occurredAt(),
                        entry.recordedAt(),
                        (DecisionRecorded) entry.fact(),
                        "",
                        loggist,
                        word,
                        dispute));
    }

    private Source source() {
        return new Source(
                (Exercise.InPlay) played.state,
                Map.of(
                        played.okafor,
                        new ParticipantName(played.okafor, "M. Okafor", "Council"),
                        loggist,
                        new ParticipantName(loggist, "P. Lane", "Council")),
                played.record,
                Optional.empty(),
                new PublicAddress(java.net.URI.create("http://localhost:8080"), false, false),
                played.now);
    }
}
