package org.putokaz.live;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.sql.Connection;
import org.hibernate.Session;

/** Runs a read in a transaction of its own under REPEATABLE READ, which both databases serve from one snapshot. */
@Snapshot
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
class SnapshotInterceptor {

    private final Session session;

    @Inject
    SnapshotInterceptor(Session session) {
        this.session = session;
    }

    @AroundInvoke
    Object read(InvocationContext invocation) throws Exception {
        return QuarkusTransaction.requiringNew().call(() -> {
            session.doWork(connection -> connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ));
            session.setDefaultReadOnly(true);
            return invocation.proceed();
        });
    }
}
