package org.putokaz.live.consistency;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Interceptor that runs a {@link ConsistentRead} without a transaction, and again when the feed version has changed. */
@ConsistentRead
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
class OptimisticReadInterceptor {

    private final ConsistentReadExecutor executor;

    @Inject
    OptimisticReadInterceptor(ConsistentReadExecutor executor) {
        this.executor = executor;
    }

    @AroundInvoke
    Object read(InvocationContext invocation) throws Exception {
        return executor.readOptimistically(invocation::proceed);
    }
}
