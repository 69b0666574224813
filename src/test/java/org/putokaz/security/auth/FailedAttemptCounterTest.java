package org.putokaz.security.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Limit, window and bounds of the counter of failed attempts. */
class FailedAttemptCounterTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final FailedAttemptCounter attempts = new FailedAttemptCounter(3, 2);

    private boolean isWithinLimit(long address, Instant at) {
        return attempts.register(address, at).isEmpty();
    }

    @Test
    void afterThreeFailuresTheLimitHoldsUntilTheMinuteIsOver() {
        assertThat(isWithinLimit(1, NOW)).isTrue();
        assertThat(isWithinLimit(1, NOW.plusSeconds(10))).isTrue();
        assertThat(isWithinLimit(1, NOW.plusSeconds(20))).isTrue();
        assertThat(attempts.register(1, NOW.plusSeconds(20)).orElseThrow()).isEqualTo(Duration.ofSeconds(41));
        assertThat(attempts.register(1, NOW.plusSeconds(59)).orElseThrow()).isEqualTo(Duration.ofSeconds(2));
        assertThat(isWithinLimit(1, NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void addressesAreCountedSeparately() {
        for (int i = 0; i < 10; i++) {
            attempts.register(1, NOW);
        }
        assertThat(isWithinLimit(2, NOW)).isTrue();
        assertThat(isWithinLimit(1, NOW)).isFalse();
    }

    @Test
    void theNumberOfAddressesIsBounded() {
        for (long address = 0; address < 1000; address++) {
            attempts.register(address, NOW);
            assertThat(attempts.addressCount()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void expiredWindowsAreRemoved() {
        attempts.register(1, NOW);
        attempts.register(2, NOW.plusSeconds(30));
        attempts.register(2, NOW.plusSeconds(61));
        assertThat(attempts.addressCount()).isEqualTo(1);
    }

    @Test
    void aClockThatIsSetBackBlocksNoClient() {
        for (int i = 0; i < 10; i++) {
            attempts.register(1, NOW);
        }
        assertThat(isWithinLimit(1, NOW.minus(Duration.ofDays(1)))).isTrue();
    }
}
