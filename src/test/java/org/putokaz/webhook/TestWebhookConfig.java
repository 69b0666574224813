package org.putokaz.webhook;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** Default configuration of webhooks, with the settings that a test changes. */
public final class TestWebhookConfig {

    private TestWebhookConfig() {}

    public static WebhookConfig with(Duration timeout, boolean loopback) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(WebhookConfig.class)
                .withDefaultValues(Map.of(
                        "putokaz.webhooks.timeout",
                        timeout.toString(),
                        "putokaz.webhooks.loopback",
                        Boolean.toString(loopback)))
                .build()
                .getConfigMapping(WebhookConfig.class);
    }
}
