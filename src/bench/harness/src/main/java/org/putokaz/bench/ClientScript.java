package org.putokaz.bench;

import org.jspecify.annotations.Nullable;

/** Sequence of requests for a load generator, and the check of their responses. */
interface ClientScript {

    /** One request of the sequence, with what the check of its response needs. */
    record PlannedRequest(byte[] request, Object subject, long acknowledgedEdition) {}

    /** The next request; called at the time it is sent. */
    PlannedRequest next();

    /** Checks a response; null when it is right. */
    @Nullable
    String error(PlannedRequest request, ReceivedResponse response);

    /**
     * The next error in a response whose check was deferred, because it would have delayed the measurement. Waits for
     * the
     * checks; null when there are no more errors.
     */
    default @Nullable String deferredError() {
        return null;
    }
}
