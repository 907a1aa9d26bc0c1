package org.startex.lrc;

/** What became of an act. */
public sealed interface LrcAnswer {
    /**
     * Done and committed.
     *
     * @param what the number of the improvement record, or the code of the group, response or step
     */
    record Done(String what) implements LrcAnswer {}

    /** Nothing was changed. */
    record Refused(LrcRefusal refusal) implements LrcAnswer {}

    /** Nothing was changed. */
    static LrcAnswer refused(LrcFault fault) {
        return new Refused(LrcRefusal.of(fault));
    }
}
