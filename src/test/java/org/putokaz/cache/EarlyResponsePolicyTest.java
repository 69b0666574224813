package org.putokaz.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Test of the settings and states in which the HTTP server has to see every request. */
class EarlyResponsePolicyTest {

    private final AtomicBoolean running = new AtomicBoolean(true);

    private record Config(boolean enabled, boolean earlyResponses) implements ResponseCacheConfig {

        @Override
        public MemorySize size() {
            return new MemorySize(BigInteger.TEN);
        }
    }

    private EarlyResponsePolicy policy(boolean cache, boolean early, boolean accessLog, boolean httpMetrics) {
        return new EarlyResponsePolicy(new Config(cache, early), accessLog, httpMetrics, running::get);
    }

    @Test
    void byDefaultEarlyResponsesAreEnabled() {
        assertThat(policy(true, true, false, false).isEnabled()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "false, true, false, false",
        "true, false, false, false",
        "true, true, true, false",
        "true, true, false, true"
    })
    void eachSettingAloneDisablesThem(boolean cache, boolean early, boolean accessLog, boolean httpMetrics) {
        assertThat(policy(cache, early, accessLog, httpMetrics).isEnabled()).isFalse();
    }

    @Test
    void theyAreDisabledFromTheMomentShutdownBegins() {
        EarlyResponsePolicy policy = policy(true, true, false, false);
        assertThat(policy.isEnabled()).isTrue();
        running.set(false);
        assertThat(policy.isEnabled()).isFalse();
    }
}
