package org.putokaz.live;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.Constants;
import org.hibernate.Session;
import org.putokaz.http.Reader;

/**
 * Runs a read in a transaction of its own, from one snapshot: PostgreSQL calls that REPEATABLE READ; H2, whose REPEATABLE
 * READ takes a snapshot of each table when it is first touched, calls it SNAPSHOT. Tells the reader until when that look
 * holds, so that no resource can forget to.
 */
@Snapshot
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
class SnapshotInterceptor {

    private final Session session;
    private final Upcoming upcoming;
    private final Reader reader;

    @Inject
    SnapshotInterceptor(Session session, Upcoming upcoming, Reader reader) {
        this.session = session;
        this.upcoming = upcoming;
        this.reader = reader;
    }

    @AroundInvoke
    Object read(InvocationContext invocation) throws Exception {
        return QuarkusTransaction.requiringNew().call(() -> {
            session.doWork(SnapshotInterceptor::lookOnce);
            session.setDefaultReadOnly(true);
            if (Arc.container().requestContext().isActive()) {
                // Of the same look, and before anything can be refused: what is "not found" may be announced too.
                upcoming.next().ifPresent(reader::awaitsChangeAt);
            }
            return invocation.proceed();
        });
    }

    static void lookOnce(Connection connection) throws SQLException {
        boolean h2 = connection.getMetaData().getURL().startsWith("jdbc:h2:");
        connection.setTransactionIsolation(
                h2 ? Constants.TRANSACTION_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ);
    }
}
