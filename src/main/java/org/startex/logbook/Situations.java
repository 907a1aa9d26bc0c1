package org.startex.logbook;

import java.time.Instant;
import java.util.Optional;
import org.startex.conduct.Exercise;
import org.startex.conduct.Notes;
import org.startex.conduct.Words;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Reason;
import org.startex.ledger.Ruling;

/** The rules on what the hall is told: pure. */
final class Situations {
    private Situations() {}

    static Ruling decide(
            Exercise state,
            ParticipantId by,
            SituationWords words,
            Instant occurredAt,
            Instant now,
            Instant lastAlive) {
        if (state instanceof Exercise.Closing) {
            return Ruling.refuse(Reason.of("ended"));
        }
        Optional<Reason> bad = Words.check(words.situation(), "situation", SituationWords.SITUATION, false)
                .or(() -> Words.check(words.nextBriefing(), "nextBriefing", SituationWords.BRIEFING, false));
        return bad.isPresent()
                ? Ruling.refuse(bad.get())
                : Notes.take(
                        state,
                        by,
                        SituationTold.class,
                        number -> new SituationTold(
                                number,
                                new SituationWords(
                                        words.situation().strip(),
                                        words.nextBriefing().strip())),
                        "",
                        occurredAt,
                        now,
                        lastAlive);
    }
}
