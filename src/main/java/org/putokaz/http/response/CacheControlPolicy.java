package org.putokaz.http.response;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.RequestContext;

/**
 * Policy for {@code Cache-Control} of public responses (RFC 9111; RFC 5861 for {@code stale-if-error}): fresh for a
 * minute, usable for ten minutes more while the service fails, but never past a moment at which the response is known to
 * change. No response may be used while it is being revalidated: it may show a number that was withdrawn
 * (docs/decisions/0035).
 */
public final class CacheControlPolicy {

    /** For what may change at any moment and costs little to revalidate. */
    public static final String ALWAYS_REVALIDATE = "public, no-cache";

    private static final String OVERDUE_CHANGE = "public, max-age=0, no-cache";
    private static final long MAX_AGE_SECONDS = 60;
    private static final long STALE_IF_ERROR_SECONDS = 600;

    /** Remaining seconds of a response whose scheduled change is overdue. */
    private static final long OVERDUE = -1;

    private CacheControlPolicy() {}

    /** {@code Cache-Control} of a response with content. */
    public static String forContent(RequestContext request) {
        return forContent(remainingSeconds(request));
    }

    /** {@code Cache-Control} of a redirect or of a problem that lasts: fresh for {@code maxSeconds} at most. */
    public static String atMost(RequestContext request, long maxSeconds) {
        long remaining = remainingSeconds(request);
        return remaining == OVERDUE ? OVERDUE_CHANGE : "public, max-age=" + Math.min(maxSeconds, remaining);
    }

    /** {@code Cache-Control} of a response with content that stays as it is for so many seconds. */
    static String forContent(long remainingSeconds) {
        if (remainingSeconds == OVERDUE) {
            return OVERDUE_CHANGE;
        }
        if (remainingSeconds < MAX_AGE_SECONDS + STALE_IF_ERROR_SECONDS) {
            // Close to a known change nothing may be served past it, not even after an error.
            return "public, max-age=" + Math.min(MAX_AGE_SECONDS, remainingSeconds);
        }
        return "public, max-age=" + MAX_AGE_SECONDS + ", stale-if-error=" + STALE_IF_ERROR_SECONDS;
    }

    private static long remainingSeconds(RequestContext request) {
        return remainingSeconds(
                request.now(),
                request.validity().nextChange(),
                request.validity().scheduledChange());
    }

    /**
     * Whole seconds until a response changes by itself or the store is scheduled to change; {@link Long#MAX_VALUE} when
     * neither is known, -1 when the scheduled change is overdue.
     */
    static long remainingSeconds(Instant now, @Nullable Instant nextChange, @Nullable Instant scheduledChange) {
        if (scheduledChange != null && !scheduledChange.isAfter(now)) {
            return OVERDUE;
        }
        return Math.min(secondsUntil(nextChange, now), secondsUntil(scheduledChange, now));
    }

    private static long secondsUntil(@Nullable Instant change, Instant now) {
        return change == null
                ? Long.MAX_VALUE
                : Math.max(0, Duration.between(now, change).toSeconds());
    }
}
