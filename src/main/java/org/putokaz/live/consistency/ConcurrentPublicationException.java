package org.putokaz.live.consistency;

/** Signal that the feed version has changed during an optimistic read, which is then repeated. Has no stack trace. */
final class ConcurrentPublicationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConcurrentPublicationException() {
        super("The feed version has changed", null, false, false);
    }
}
