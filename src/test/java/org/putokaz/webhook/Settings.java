package org.putokaz.webhook;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** The configuration as it is shipped, but for what a test wants otherwise. */
public final class Settings {

    private Settings() {}

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
