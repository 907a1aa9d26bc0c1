package org.startex.ledger;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;

/** Tells a fault of an act (its data, or a rule that throws) from a database that cannot be reached or is in the way. */
public final class Fault {
    private static final String BAD_DATA = "22";
    /** Connection lost, out of resources, shutting down, fault of the system. */
    private static final List<String> AWAY = List.of("08", "53", "57", "58");

    private Fault() {}

    /** Whether the database cannot be reached or cannot write just now. */
    public static boolean isAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException) {
                return true;
            }
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state == null || AWAY.stream().anyMatch(state::startsWith);
            }
        }
        return false;
    }

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
