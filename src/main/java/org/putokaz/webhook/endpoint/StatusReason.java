package org.putokaz.webhook.endpoint;

import org.putokaz.common.WireEnum;

/** Why an endpoint is not active any more. */
public enum StatusReason implements WireEnum {
    /** Its owner paused it. */
    ASKED,
    /** It failed for too long. */
    FAILING,
    /** It answered 410. */
    GONE
}
