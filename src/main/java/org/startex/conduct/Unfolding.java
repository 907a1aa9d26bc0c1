package org.startex.conduct;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Audience;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Actor;
import org.startex.ledger.Draft;
import org.startex.ledger.Fact;
import org.startex.ledger.LedgerEntry;

/** Facts as a rule finds them, one after the other, each folded in at once so that the next is judged on what came before. */
final class Unfolding {
    private final Instant now;
    private final List<Draft> drafts = new ArrayList<>();
    private Exercise state;

    Unfolding(Exercise state, Instant now) {
        this.state = state;
        this.now = now;
    }

    Exercise state() {
        return state;
    }

    Instant now() {
        return now;
    }

    List<Draft> drafts() {
        return drafts;
    }

    void program(Audience audience, Instant occurredAt, Fact fact) {
        add(Actor.PROGRAM, audience, occurredAt, fact);
    }

    void by(ParticipantId participant, Audience audience, Fact fact) {
        add(Actor.of(participant), audience, now, fact);
    }

    void by(ParticipantId participant, Audience audience, Instant occurredAt, Fact fact) {
        add(Actor.of(participant), audience, occurredAt, fact);
    }

    private void add(Actor actor, Audience audience, Instant occurredAt, Fact fact) {
        Draft draft = new Draft(actor, audience, occurredAt, exerciseTime(occurredAt), fact);
        drafts.add(draft);
        long seq = state.content().map(Play::seq).orElse(0L) + 1;
        state = Conduct.evolve(
                state,
                new LedgerEntry(state.id(), seq, now, occurredAt, draft.exerciseTime(), actor, audience, "", fact, ""));
    }

    private @Nullable ExerciseTime exerciseTime(Instant when) {
        return state.content()
                .map(Play::clock)
                .filter(clock -> clock.started().isPresent())
                .map(clock -> clock.elapsedAt(when))
                .orElse(null);
    }
}
