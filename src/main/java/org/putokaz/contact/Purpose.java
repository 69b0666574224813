package org.putokaz.contact;

import org.putokaz.common.WireEnum;

/** What a channel is for. */
enum Purpose implements WireEnum {
    VICTIM_SUPPORT,
    REPORT,
    GENERAL,
    PRESS,
    PARTNER
}
