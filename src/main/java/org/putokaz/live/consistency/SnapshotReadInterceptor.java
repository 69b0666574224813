package org.putokaz.live.consistency;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Interceptor that runs a {@link ConsistentRead} in a snapshot transaction of its own. */
@ConsistentRead(snapshotTransaction = true)
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
class SnapshotReadInterceptor {

    private final ConsistentReadExecutor executor;

    @Inject
    SnapshotReadInterceptor(ConsistentReadExecutor executor) {
        this.executor = executor;
    }

    @AroundInvoke
    Object read(InvocationContext invocation) throws Exception {
        return executor.readInSnapshotTransaction(invocation::proceed);
    }
}
