package org.putokaz.history;

import org.putokaz.common.WireEnum;

/** What sort of event it was. */
enum EventCategory implements WireEnum {
    FOUNDING,
    LEGAL_ACT,
    OPENING,
    CLOSING,
    MILESTONE
}
