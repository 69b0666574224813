package org.putokaz.webhook.delivery;

import org.putokaz.common.WireEnum;

/** State of a delivery. */
public enum DeliveryState implements WireEnum {
    /** Not acknowledged yet. A change is sent until it is, and later changes wait for it. */
    PENDING,
    DELIVERED,
    /** A test or challenge that was not acknowledged. */
    FAILED,
    /** A change that was not acknowledged before its entry changed again; the later change is sent instead. */
    SUPERSEDED
}
