package org.startex.ledger;

import java.util.List;

/** What a rule says of a command. A refusal is a value, not an exception. */
public sealed interface Ruling {
    /** Record these, in this order. */
    record Accepted(List<Draft> drafts) implements Ruling {
        public Accepted {
            drafts = List.copyOf(drafts);
        }
    }

    /** Not allowed now, or not complete: nothing is recorded. */
    record Refused(Reason reason) implements Ruling {}

    /** Records drafts. */
    static Ruling accept(List<Draft> drafts) {
        return new Accepted(drafts);
    }

    /** Refuses for a reason. */
    static Ruling refuse(Reason reason) {
        return new Refused(reason);
    }
}
