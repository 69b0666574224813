package org.putokaz.webhook.endpoint;

import org.putokaz.common.WireEnum;

/** Reason why an endpoint is paused or disabled. */
public enum StatusReason implements WireEnum {
    /** Paused by its owner or an admin. */
    ASKED,
    /** Paused after failing for longer than {@link org.putokaz.webhook.WebhookConfig#giveUpAfter}. */
    FAILING,
    /** Disabled by a 410 response. */
    GONE
}
