package org.putokaz.webhook.delivery;

import org.putokaz.common.WireEnum;

/** State of a delivery. */
public enum DeliveryState implements WireEnum {
    /** Not acknowledged yet. A change is sent until it is, and later changes wait for it unless it was sent ahead. */
    PENDING,
    DELIVERED,
    /** A test, challenge or control that was not acknowledged. */
    FAILED,
    /**
     * A change that was refused too often by a receiver that accepts others. Later changes no longer wait for it; it is
     * still sent now and then, and on request.
     */
    SET_ASIDE,
    /** A change that was not acknowledged before its entry changed again; the later change is sent instead. */
    SUPERSEDED
}
