package org.putokaz.contact;

import org.putokaz.common.WireEnum;

/** Purpose of a contact channel. */
enum Purpose implements WireEnum {
    VICTIM_SUPPORT,
    REPORT,
    GENERAL,
    PRESS,
    PARTNER
}
