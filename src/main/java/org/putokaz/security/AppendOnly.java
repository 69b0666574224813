package org.putokaz.security;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * H2 trigger that refuses every change of an audit table. H2 instantiates it by the class name stored in the trigger,
 * so the class may be neither renamed nor moved.
 */
public final class AppendOnly implements Trigger {

    /** SQLSTATE of a condition raised by the application (class 45, unhandled user-defined exception). */
    private static final String USER_DEFINED_EXCEPTION = "45000";

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        throw new SQLException("The audit trail is append-only", USER_DEFINED_EXCEPTION);
    }
}
