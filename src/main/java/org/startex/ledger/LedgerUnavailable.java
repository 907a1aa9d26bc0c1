package org.startex.ledger;

/** The record cannot be reached just now. Nothing was acknowledged; the same act with the same id may be sent again. */
public final class LedgerUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    LedgerUnavailable(String what) {
        super(what);
    }

    LedgerUnavailable(String what, Throwable cause) {
        super(what, cause);
    }
}
