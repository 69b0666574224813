package org.putokaz.history;

import org.putokaz.common.WireEnum;

/** Category of a history event. */
enum EventCategory implements WireEnum {
    FOUNDING,
    LEGAL_ACT,
    OPENING,
    CLOSING,
    MILESTONE
}
