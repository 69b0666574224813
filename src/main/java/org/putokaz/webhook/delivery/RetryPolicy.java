package org.putokaz.webhook.delivery;

import org.putokaz.http.response.HttpDateFormat;
import org.putokaz.webhook.WebhookConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When a failed attempt is made again. */
@Singleton
class RetryPolicy {

    /** Of a fifth up or down, so that those who failed together do not come back together. */
    private static final double JITTER = 0.2;

    private static final Duration LONGEST_ASKED_FOR = Duration.ofDays(1);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private final List<Duration> steps;
    private final Duration giveUpAfter;

    @Inject
    RetryPolicy(WebhookConfig config) {
        if (config.retries().isEmpty()) {
            throw new IllegalArgumentException("putokaz.webhooks.retries must name one duration at least");
        }
        this.steps = List.copyOf(config.retries());
        this.giveUpAfter = config.giveUpAfter();
    }

    /**
     * @param failures in a row, this one included
     * @param retryAfter what the receiver asks for; as it came
     */
    Instant next(int failures, @Nullable String retryAfter, Instant now) {
        Duration asked = asked(retryAfter, now);
        return now.plus(asked == null ? jittered(steps.get(Math.min(failures, steps.size()) - 1)) : asked);
    }

    private static Duration jittered(Duration step) {
        double factor = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        return Duration.ofMillis(Math.round(step.toMillis() * factor));
    }

    /** Seconds or a date (RFC 9110, section 10.2.3); never sooner than the first step, never later than in a day. */
    private @Nullable Duration asked(@Nullable String retryAfter, Instant now) {
        Duration asked = read(retryAfter, now);
        if (asked == null) {
            return null;
        }
        Duration atLeast = asked.compareTo(steps.get(0)) < 0 ? steps.get(0) : asked;
        return atLeast.compareTo(LONGEST_ASKED_FOR) > 0 ? LONGEST_ASKED_FOR : atLeast;
    }

    private static @Nullable Duration read(@Nullable String retryAfter, Instant now) {
        if (retryAfter == null) {
            return null;
        }
        if (SECONDS.matcher(retryAfter.strip()).matches()) {
            return Duration.ofSeconds(Long.parseLong(retryAfter.strip()));
        }
        Instant date = HttpDateFormat.parse(retryAfter);
        return date == null ? null : Duration.between(now, date);
    }

    boolean isTimeToGiveUp(Instant failingSince, Instant now) {
        return !now.isBefore(failingSince.plus(giveUpAfter));
    }
}
