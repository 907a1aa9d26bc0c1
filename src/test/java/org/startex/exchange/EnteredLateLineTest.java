package org.startex.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.startex.conduct.Exercise;
import org.startex.conduct.Played;
import org.startex.conduct.QuestionNumber;
import org.startex.kernel.Audience;
import org.startex.kernel.PublicAddress;
import org.startex.ledger.Actor;
import org.startex.ledger.Draft;
import org.startex.ledger.Fact;
import org.startex.ledger.Ruling;
import org.startex.logbook.AnswerRecorded;
import org.startex.logbook.Message;
import org.startex.logbook.MessageWords;
import org.startex.logbook.Party;
import org.startex.people.ParticipantName;

/** In every document a line says what was entered late because the network was down. */
class EnteredLateLineTest {
    private static final String SAID = " (entered late because the network was down)";

    private final Played played = Played.running(1);

    @Test
    void aMessageAndATablesAnswerSaySoAndNothingElseDoes() {
        assertThat(line(message(true))).contains("Forty.").endsWith(SAID);
        assertThat(line(message(null))).contains("Forty.").doesNotContain(SAID);
        assertThat(line(answer(true))).contains("Boats first.").endsWith(SAID);
        assertThat(line(answer(null))).contains("Boats first.").doesNotContain(SAID);
    }

    private static Fact message(@Nullable Boolean offline) {
        return new Message.Sent(
                Party.of(Played.REST_CENTRE),
                Party.CONTROL,
                null,
                null,
                null,
                false,
                offline,
                new MessageWords("Forty.", ""));
    }

    private static Fact answer(@Nullable Boolean offline) {
        return new AnswerRecorded(new QuestionNumber(1, 1), Played.REST_CENTRE, 1, false, offline, "Boats first.");
    }

    private String line(Fact fact) {
        played.folds(Ruling.accept(List.of(
                new Draft(Actor.of(played.okafor), Audience.cell(Played.REST_CENTRE), played.now, null, fact))));
        Source source = new Source(
                (Exercise.InPlay) played.state,
                Map.of(played.okafor, new ParticipantName(played.okafor, "M. Okafor", "Council")),
                played.record,
                Optional.empty(),
                new PublicAddress(URI.create("http://localhost:8080"), false, false),
                played.now);
        return Happenings.line(source, played.record.getLast()).orElseThrow();
    }
}
