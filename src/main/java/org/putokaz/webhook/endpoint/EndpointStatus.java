package org.putokaz.webhook.endpoint;

import org.putokaz.common.WireEnum;

/** How an endpoint stands. */
public enum EndpointStatus implements WireEnum {
    /** Nobody there has answered a challenge yet; nothing but that is sent. */
    UNVERIFIED,
    ACTIVE,
    PAUSED,
    /** It said that it is gone; verify it again to go on. */
    DISABLED
}
