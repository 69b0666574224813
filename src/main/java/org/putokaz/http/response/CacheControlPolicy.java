package org.putokaz.http.response;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.RequestContext;

/**
 * How long an answer may be kept (RFC 9111, RFC 5861): for a minute, and for longer where there is nothing better, but
 * never past a moment at which it is known to change.
 */
public final class CacheControlPolicy {

    private static final long FRESH = 60;
    private static final long WHILE_REVALIDATING = 600;
    private static final long WHEN_IN_ERROR = 86_400;
    /** What may change at any moment, and costs little to ask for again. */
    public static final String ASK_EACH_TIME = "public, no-cache";

    /** What is late may happen at any moment: to be asked for again each time. */
    private static final String LATE = "public, max-age=0, no-cache";

    private CacheControlPolicy() {}

    /** {@code Cache-Control} of an answer with content. */
    public static String ofAnswer(RequestContext reader) {
        return of(left(reader));
    }

    /** {@code Cache-Control} of an answer that reads as it does for so many seconds more; below zero: it is late. */
    static String of(long left) {
        if (left < 0) {
            return LATE;
        }
        // Near a known change nothing may be served past it, not even while asking for the next or in an error.
        return left < FRESH + WHILE_REVALIDATING
                ? "public, max-age=" + Math.min(FRESH, left)
                : "public, max-age=" + FRESH + ", stale-while-revalidate=" + WHILE_REVALIDATING + ", stale-if-error="
                        + Math.min(WHEN_IN_ERROR, left - FRESH);
    }

    /** {@code Cache-Control} of what only points elsewhere, or says that there is nothing: at most so many seconds. */
    public static String ofPointer(RequestContext reader, long seconds) {
        long left = left(reader);
        return left < 0 ? LATE : "public, max-age=" + Math.min(seconds, left);
    }

    private static long left(RequestContext reader) {
        return left(reader.now(), reader.nextChange(), reader.awaited());
    }

    /**
     * Whole seconds until an answer changes by itself or the store is to change; {@link Long#MAX_VALUE} where neither is
     * known of, -1 where the store's change is late.
     */
    static long left(Instant now, @Nullable Instant changesAt, @Nullable Instant awaited) {
        if (awaited != null && !awaited.isAfter(now)) {
            return -1;
        }
        return Math.min(until(now, changesAt), until(now, awaited));
    }

    private static long until(Instant now, @Nullable Instant change) {
        return change == null
                ? Long.MAX_VALUE
                : Math.max(0, Duration.between(now, change).toSeconds());
    }
}
