package org.putokaz.webhook.delivery;

import org.putokaz.common.WireEnum;

/** How far a delivery has come. */
public enum DeliveryState implements WireEnum {
    /** It is tried until it is acknowledged; what comes after it waits. */
    PENDING,
    DELIVERED,
    /** A test or a challenge that was not acknowledged; those are tried once. */
    FAILED,
    /** The entry changed again before it was acknowledged; the later change was sent in its place. */
    SUPERSEDED
}
