package org.startex.lessons;

import java.util.List;

/** What the rules say of an act. */
sealed interface LessonRuling {
    /** These things happen, in this order. */
    record Accepted(List<LessonFact> facts) implements LessonRuling {
        public Accepted {
            facts = List.copyOf(facts);
        }
    }

    /** Nothing happens. */
    record Refused(LessonFault fault) implements LessonRuling {}

    static LessonRuling accept(LessonFact... facts) {
        return new Accepted(List.of(facts));
    }

    static LessonRuling refuse(LessonFault fault) {
        return new Refused(fault);
    }
}
