package org.putokaz.security;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** H2's guard of the audit trail: a trigger that refuses. H2 makes it by name, from the statement that names it. */
public final class AppendOnly implements Trigger {

    /** Raised by a program itself, in the class that SQL leaves to programs. */
    private static final String REFUSED = "45000";

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        throw new SQLException("The audit trail is append-only", REFUSED);
    }
}
