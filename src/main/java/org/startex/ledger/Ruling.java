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

    /** Not allowed now, or not complete: nothing of the act is recorded. What had to be recorded before it, all the same. */
    record Refused(Reason reason, List<Draft> before) implements Ruling {
        public Refused {
            before = List.copyOf(before);
        }
    }

    /** Records drafts. */
    static Ruling accept(List<Draft> drafts) {
        return new Accepted(drafts);
    }

    /** Refuses for a reason. */
    static Ruling refuse(Reason reason) {
        return new Refused(reason, List.of());
    }
}
