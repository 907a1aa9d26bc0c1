package org.startex.ledger;

import java.sql.SQLException;

/** Tells a fault of an act (its data, or a rule that throws) from a database that cannot be reached or is in the way. */
final class Fault {
    private static final String BAD_DATA = "22";

    private Fault() {}

    /** Whether trying the same again would fail the same way. */
    static boolean inAct(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state != null && state.startsWith(BAD_DATA);
            }
        }
        return !(failure instanceof org.springframework.dao.DataAccessException
                || failure instanceof org.springframework.transaction.TransactionException);
    }
}
