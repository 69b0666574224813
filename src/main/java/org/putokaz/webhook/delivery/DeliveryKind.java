package org.putokaz.webhook.delivery;

import org.putokaz.common.WireEnum;

/** Kind of a delivery. Only a {@link #CHANGE} is repeated until it is acknowledged. */
public enum DeliveryKind implements WireEnum {
    CHANGE,
    /** Sent on request. */
    TEST,
    /** Sent on request; a receiver that repeats it is verified. */
    CHALLENGE,
    /**
     * A change that the receiver has already, sent once more after another one was refused: it tells whether the receiver
     * accepts anything.
     */
    CONTROL
}
