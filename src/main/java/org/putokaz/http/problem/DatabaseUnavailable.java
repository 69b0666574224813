package org.putokaz.http.problem;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.hibernate.exception.JDBCConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached from a mistake of ours. */
public final class DatabaseUnavailable {

    private static final Set<String> AWAY =
            Set.of("53300", "90067", "90098", "90121", "90131", "40P01", "40001", "55P03", "HYT00");

    private DatabaseUnavailable() {}

    public static boolean isBehind(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JDBCConnectionException || cause instanceof SQLException sql && isAway(sql)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Class 08 is "connection exception", 57P "operator intervention", 53300 "too many connections"; 90067, 90098 and
     * 90121 are H2's for a database that is closed or gone; 40P01, 40001, 55P03, HYT00 and H2's 90131 end one of two transactions that
     * wait for each other, and trying again helps as well; the pool's own complaints have no state.
     */
    private static boolean isAway(SQLException failure) {
        String state = failure.getSQLState();
        String message = String.valueOf(failure.getMessage());
        return state != null && (state.startsWith("08") || state.startsWith("57P") || AWAY.contains(state))
                || message.toLowerCase(Locale.ROOT).contains("acquisition timeout");
    }
}
