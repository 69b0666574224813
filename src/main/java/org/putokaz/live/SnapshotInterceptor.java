package org.putokaz.live;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
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

    private final Statements statements;
    private final FeedClock clock;
    private final Look look;
    private final Reader reader;

    @Inject
    SnapshotInterceptor(Statements statements, FeedClock clock, Look look, Reader reader) {
        this.statements = statements;
        this.clock = clock;
        this.look = look;
        this.reader = reader;
    }

    @AroundInvoke
    Object read(InvocationContext invocation) throws Exception {
        return QuarkusTransaction.requiringNew().call(() -> {
            Look.Standing standing = clock.standing(statements.lookOnce());
            if (!Arc.container().requestContext().isActive()) {
                return invocation.proceed();
            }
            // Of the same look, and before anything can be refused: what is "not found" may be announced too.
            if (standing.upcoming() != null) {
                reader.awaitsChangeAt(standing.upcoming());
            }
            return seeing(standing.feed(), invocation);
        });
    }

    private Object seeing(Feed feed, InvocationContext invocation) throws Exception {
        look.begin(feed);
        try {
            return invocation.proceed();
        } finally {
            look.end();
        }
    }
}
