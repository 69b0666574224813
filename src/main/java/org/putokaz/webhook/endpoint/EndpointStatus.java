package org.putokaz.webhook.endpoint;

import org.putokaz.common.WireEnum;

/** Status of an endpoint. Changes are sent while it is {@link #ACTIVE}. */
public enum EndpointStatus implements WireEnum {
    /** No challenge has been answered yet; nothing but challenges is sent. */
    UNVERIFIED,
    ACTIVE,
    PAUSED,
    /** The receiver responded 410; the endpoint has to be verified again. */
    DISABLED
}
