package org.putokaz.webhook.delivery;

import org.putokaz.common.WireEnum;

/** What is delivered. */
public enum DeliveryKind implements WireEnum {
    CHANGE,
    TEST,
    CHALLENGE
}
