package org.putokaz.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Settings {@code putokaz.webhooks.*}. */
@ConfigMapping(prefix = "putokaz.webhooks")
public interface WebhookConfig {

    /** Delays after the first failed attempt, the second, and so on; the last one repeats. */
    @WithDefault("PT5S,PT5M,PT30M,PT2H,PT5H,PT10H,PT14H,PT20H,PT24H")
    List<Duration> retries();

    /**
     * Refusals of one delivery after which it is set aside, so that the following ones are sent. It is set aside only
     * when the receiver accepts another delivery directly after the last refusal.
     */
    @WithDefault("3")
    int refusals();

    /** Time without a successful attempt after which an endpoint is paused. */
    @WithDefault("P7D")
    Duration giveUpAfter();

    /** Limit of one attempt, from the connection to the end of the response. */
    @WithDefault("PT15S")
    Duration timeout();

    /** Time after a rotation during which the previous secret signs too. */
    @WithDefault("P1D")
    Duration rotation();

    /** Retention of deliveries and their attempts. */
    @WithDefault("P30D")
    Duration keep();

    /** Whether endpoints may be on the loopback interface, over plain http too; for development. */
    @WithDefault("false")
    boolean loopback();
}
