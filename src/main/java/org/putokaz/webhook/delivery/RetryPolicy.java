package org.putokaz.webhook.delivery;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.response.HttpDateFormat;
import org.putokaz.webhook.WebhookConfig;

/** Retry policy of failed deliveries: growing delays with jitter, or the delay that the receiver asks for. */
@Singleton
class RetryPolicy {

    /** Relative, up and down, so that deliveries that failed at the same time are not repeated at the same time. */
    private static final double JITTER = 0.2;

    private static final Duration MAX_RETRY_AFTER = Duration.ofDays(1);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private final List<Duration> delays;
    private final Duration giveUpAfter;
    private final int maxRefusals;

    @Inject
    RetryPolicy(WebhookConfig config) {
        if (config.retries().isEmpty()) {
            throw new IllegalArgumentException("putokaz.webhooks.retries must contain at least one duration");
        }
        if (config.refusals() < 1) {
            throw new IllegalArgumentException("putokaz.webhooks.refusals must be at least 1");
        }
        this.delays = List.copyOf(config.retries());
        this.giveUpAfter = config.giveUpAfter();
        this.maxRefusals = config.refusals();
    }

    /**
     * @param failures in a row, the latest included
     * @param retryAfter the header of the response, not parsed; ignored when it is malformed
     */
    Instant nextAttemptAt(int failures, @Nullable String retryAfter, Instant now) {
        Duration requested = requestedDelay(retryAfter, now);
        return now.plus(requested == null ? withJitter(delays.get(Math.min(failures, delays.size()) - 1)) : requested);
    }

    private static Duration withJitter(Duration delay) {
        double factor = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        return Duration.ofMillis(Math.round(delay.toMillis() * factor));
    }

    /** The delay of {@code Retry-After}, but at least the first delay and at most {@link #MAX_RETRY_AFTER}. */
    private @Nullable Duration requestedDelay(@Nullable String retryAfter, Instant now) {
        Duration requested = parseRetryAfter(retryAfter, now);
        if (requested == null) {
            return null;
        }
        Duration atLeast = requested.compareTo(delays.get(0)) < 0 ? delays.get(0) : requested;
        return atLeast.compareTo(MAX_RETRY_AFTER) > 0 ? MAX_RETRY_AFTER : atLeast;
    }

    /** Seconds or a date (RFC 9110, section 10.2.3). */
    private static @Nullable Duration parseRetryAfter(@Nullable String retryAfter, Instant now) {
        if (retryAfter == null) {
            return null;
        }
        if (SECONDS.matcher(retryAfter.strip()).matches()) {
            return Duration.ofSeconds(Long.parseLong(retryAfter.strip()));
        }
        Instant date = HttpDateFormat.parse(retryAfter);
        return date == null ? null : Duration.between(now, date);
    }

    /** Whether a delivery that was refused so often is set aside, provided that the receiver accepts another one. */
    boolean isRefusedTooOften(int refusals) {
        return refusals >= maxRefusals;
    }

    /** Whether an endpoint that has been failing since then is to be paused. */
    boolean shouldGiveUp(Instant failingSince, Instant now) {
        return !now.isBefore(failingSince.plus(giveUpAfter));
    }
}
