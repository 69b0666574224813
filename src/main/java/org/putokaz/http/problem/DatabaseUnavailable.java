package org.putokaz.http.problem;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.hibernate.exception.JDBCConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * Detector of failures that come from an unavailable or overloaded database, where the same request may succeed later,
 * as opposed to errors in this service.
 */
public final class DatabaseUnavailable {

    /** The value of {@code Retry-After} that goes with such a failure. */
    public static final String RETRY_AFTER_SECONDS = "5";

    /**
     * 53300 "too many connections"; 90067, 90098 and 90121: H2's database is closed or gone; 40P01, 40001, 55P03, HYT00
     * and H2's 90131: the transaction lost against another one by a deadlock, a conflict or a lock timeout.
     */
    private static final Set<String> SQL_STATES =
            Set.of("53300", "90067", "90098", "90121", "90131", "40P01", "40001", "55P03", "HYT00");

    private DatabaseUnavailable() {}

    public static boolean isCauseOf(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JDBCConnectionException || cause instanceof SQLException sql && isUnavailable(sql)) {
                return true;
            }
        }
        return false;
    }

    /** Class 08 is "connection exception", 57P "operator intervention". The connection pool's timeout has no state. */
    private static boolean isUnavailable(SQLException failure) {
        String state = failure.getSQLState();
        String message = String.valueOf(failure.getMessage());
        return state != null && (state.startsWith("08") || state.startsWith("57P") || SQL_STATES.contains(state))
                || message.toLowerCase(Locale.ROOT).contains("acquisition timeout");
    }
}
