package org.putokaz.live.consistency;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Runs a read in a transaction of its own, from one snapshot. */
@ConsistentRead(held = true)
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
class SnapshotReadInterceptor {

    private final ConsistentReadExecutor looks;

    @Inject
    SnapshotReadInterceptor(ConsistentReadExecutor looks) {
        this.looks = looks;
    }

    @AroundInvoke
    Object read(InvocationContext invocation) throws Exception {
        return looks.held(invocation::proceed);
    }
}
