package org.startex.ledger;

import java.time.Instant;
import java.util.List;
import org.startex.kernel.Audience;
import org.startex.kernel.ExerciseId;

/** The smallest story: a sum of numbers with a remark each, closed by a last entry. */
record Tallied(long sum, int entries) {
    record Added(int number, @Prose String remark) implements Fact {}

    record Closed() implements Fact.Sealing {}

    static final FactKinds KINDS =
            new FactKinds(List.of(FactKind.of("added", Added.class), FactKind.of("closed", Closed.class)));

    static final Story<Tallied> STORY = new Story<>() {
        @Override
        public Tallied beginning(ExerciseId exercise) {
            return new Tallied(0, 0);
        }

        @Override
        public Tallied evolve(Tallied state, LedgerEntry entry) {
            return entry.fact() instanceof Added added
                    ? new Tallied(state.sum() + added.number(), state.entries() + 1)
                    : new Tallied(state.sum(), state.entries() + 1);
        }
    };

    /** Adds a number; refuses a negative one. */
    static Act<Tallied> add(int number, String remark) {
        return (state, now) -> number < 0
                ? Ruling.refuse(Reason.of("missing", "number"))
                : Ruling.accept(List.of(draft(now, new Added(number, remark))));
    }

    static Act<Tallied> close() {
        return (state, now) -> Ruling.accept(List.of(draft(now, new Closed())));
    }

    static Draft draft(Instant now, Fact fact) {
        return new Draft(Actor.PROGRAM, Audience.STAFF, now, null, fact);
    }
}
