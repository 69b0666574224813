package org.putokaz.live.consistency;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Runs a read without a transaction, again when the feed has moved meanwhile. */
@ConsistentRead
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
class OptimisticReadInterceptor {

    private final ConsistentReadExecutor looks;

    @Inject
    OptimisticReadInterceptor(ConsistentReadExecutor looks) {
        this.looks = looks;
    }

    @AroundInvoke
    Object read(InvocationContext invocation) throws Exception {
        return looks.attentive(invocation::proceed);
    }
}
