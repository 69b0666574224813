package org.putokaz.webhook.delivery;

import org.putokaz.common.WireEnum;

/** Kind of a delivery. Tests and challenges are sent on request, and once. */
public enum DeliveryKind implements WireEnum {
    CHANGE,
    TEST,
    CHALLENGE
}
