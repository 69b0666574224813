package org.putokaz.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How changes are sent to partners. */
@ConfigMapping(prefix = "putokaz.webhooks")
public interface WebhookConfig {

    /** How long to wait after the first failure, the second, and so on; the last repeats. */
    @WithDefault("PT5S,PT5M,PT30M,PT2H,PT5H,PT10H,PT14H,PT20H,PT24H")
    List<Duration> retries();

    /** After how long a time of nothing but failures an endpoint is paused. */
    @WithDefault("P7D")
    Duration giveUpAfter();

    /** How long an attempt may take, from the connection to the end of the answer. */
    @WithDefault("PT15S")
    Duration timeout();

    /** For how long after a rotation the old secret signs too. */
    @WithDefault("P1D")
    Duration rotation();

    /** How long deliveries and their attempts are kept. */
    @WithDefault("P30D")
    Duration keep();

    /** Whether endpoints may be on this machine itself, over http too: for trying things out. */
    @WithDefault("false")
    boolean loopback();
}
