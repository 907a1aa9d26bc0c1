package org.startex.ledger;

/** The record cannot be reached just now. Nothing was acknowledged; the same act with the same id may be sent again. */
public final class LedgerUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Whether this failure means that the record cannot be reached just now, whoever was the first to find out. */
    public static boolean isBehind(Throwable failure) {
        return failure instanceof LedgerUnavailable || Fault.isAway(failure);
    }

    LedgerUnavailable(String what) {
        super(what);
    }

    LedgerUnavailable(String what, Throwable cause) {
        super(what, cause);
    }
}
