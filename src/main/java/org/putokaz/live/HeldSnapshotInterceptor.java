package org.putokaz.live;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Runs a read in a transaction of its own, from one snapshot. */
@Snapshot(held = true)
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
class HeldSnapshotInterceptor {

    private final Looks looks;

    @Inject
    HeldSnapshotInterceptor(Looks looks) {
        this.looks = looks;
    }

    @AroundInvoke
    Object read(InvocationContext invocation) throws Exception {
        return looks.held(invocation::proceed);
    }
}
