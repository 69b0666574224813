package org.putokaz.contact.content;

import org.putokaz.common.WireEnum;

/** Purpose of a contact channel. */
public enum Purpose implements WireEnum {
    VICTIM_SUPPORT,
    REPORT,
    GENERAL,
    PRESS,
    PARTNER
}
