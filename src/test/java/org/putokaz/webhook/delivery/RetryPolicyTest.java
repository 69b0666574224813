package org.putokaz.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.webhook.TestWebhookConfig;

/** Delays between attempts, and the end of them. */
class RetryPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final RetryPolicy policy = new RetryPolicy(TestWebhookConfig.with(Duration.ofSeconds(15), false));

    @ParameterizedTest
    @CsvSource({"1, PT5S", "2, PT5M", "3, PT30M", "9, PT24H", "10, PT24H", "500, PT24H"})
    void theDelayGrowsAndHasJitter(int failures, Duration step) {
        List<Duration> delays = IntStream.range(0, 200)
                .mapToObj(i -> Duration.between(NOW, policy.nextAttemptAt(failures, null, NOW)))
                .toList();

        assertThat(delays)
                .allSatisfy(delay -> assertThat(delay.toMillis())
                        .isBetween(step.toMillis() * 8 / 10 - 1, step.toMillis() * 12 / 10 + 1));
        assertThat(delays.stream().distinct().count()).isGreaterThan(50);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    120 | PT2M
                    ' 120 ' | PT2M
                    Tue, 24 Nov 2026 13:30:00 GMT | PT1H30M
                    Tuesday, 24-Nov-26 13:30:00 GMT | PT1H30M
                    86400 | P1D
                    999999999 | P1D
                    Tue, 24 Nov 2026 11:00:00 GMT | PT5S
                    0 | PT5S
                    """)
    void theReceiverChoosesTheDelayUpToADay(String retryAfter, Duration delay) {
        assertThat(Duration.between(NOW, policy.nextAttemptAt(3, retryAfter, NOW)))
                .isEqualTo(delay);
    }

    @ParameterizedTest
    @CsvSource({"soon", "-5", "1e9", "99999999999999999999", "''"})
    void aMalformedHeaderIsIgnored(String retryAfter) {
        assertThat(Duration.between(NOW, policy.nextAttemptAt(3, retryAfter, NOW)))
                .isBetween(Duration.ofMinutes(24), Duration.ofMinutes(36));
    }

    @Test
    void aDeliveryIsRefusedTooOftenAfterThreeRefusals() {
        assertThat(policy.isRefusedTooOften(2)).isFalse();
        assertThat(policy.isRefusedTooOften(3)).isTrue();
    }

    @Test
    void anEndpointIsGivenUpAfterAWeek() {
        assertThat(policy.shouldGiveUp(NOW.minus(Duration.ofDays(7)), NOW)).isTrue();
        assertThat(policy.shouldGiveUp(NOW.minus(Duration.ofDays(7)).plusMillis(1), NOW))
                .isFalse();
    }
}
