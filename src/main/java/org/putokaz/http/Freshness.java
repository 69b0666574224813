package org.putokaz.http;

import java.time.Duration;
import java.time.Instant;

/**
 * How long an answer may be kept (RFC 9111, RFC 5861): for a minute, and for longer where there is nothing better, but
 * never past a moment at which it is known to change.
 */
public final class Freshness {

    private static final long FRESH = 60;
    private static final long WHILE_REVALIDATING = 600;
    private static final long WHEN_IN_ERROR = 86_400;
    /** What may change at any moment, and costs little to ask for again. */
    public static final String ASK_EACH_TIME = "public, no-cache";

    /** What is late may happen at any moment: to be asked for again each time. */
    private static final String LATE = "public, max-age=0, no-cache";

    private Freshness() {}

    /** {@code Cache-Control} of an answer with content. */
    public static String ofAnswer(Reader reader) {
        if (reader.mayChangeAnyMoment()) {
            return LATE;
        }
        long left = left(reader);
        // Near a known change nothing may be served past it, not even while asking for the next or in an error.
        return left < FRESH + WHILE_REVALIDATING
                ? "public, max-age=" + Math.min(FRESH, left)
                : "public, max-age=" + FRESH + ", stale-while-revalidate=" + WHILE_REVALIDATING + ", stale-if-error="
                        + Math.min(WHEN_IN_ERROR, left - FRESH);
    }

    /** {@code Cache-Control} of what only points elsewhere, or says that there is nothing: at most so many seconds. */
    public static String ofPointer(Reader reader, long seconds) {
        return reader.mayChangeAnyMoment() ? LATE : "public, max-age=" + Math.min(seconds, left(reader));
    }

    private static long left(Reader reader) {
        Instant change = reader.nextChange();
        return change == null
                ? Long.MAX_VALUE
                : Duration.between(reader.now(), change).toSeconds();
    }
}
