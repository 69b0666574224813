package org.putokaz.http;

import java.sql.SQLException;
import org.hibernate.exception.JDBCConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached from a mistake of ours. */
final class DatabaseAway {

    private DatabaseAway() {}

    static boolean isBehind(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JDBCConnectionException || cause instanceof SQLException sql && isAway(sql)) {
                return true;
            }
        }
        return false;
    }

    /** Class 08 is "connection exception", 57P is "operator intervention", 90 are H2's own; the pool's has no state. */
    private static boolean isAway(SQLException failure) {
        String state = failure.getSQLState();
        String message = String.valueOf(failure.getMessage());
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals("90098"))
                || message.contains("Acquisition timeout");
    }
}
