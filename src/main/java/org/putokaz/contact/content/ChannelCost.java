package org.putokaz.contact.content;

import org.putokaz.common.WireEnum;

/** Price of using a contact channel from within its country. */
public enum ChannelCost implements WireEnum {
    /** Nothing, from every network. */
    FREE,
    /** As much as a call within the same town. */
    LOCAL,
    /** As much as any other call or message in the tariff of the caller. */
    STANDARD,
    /** More than any other call or message. */
    PREMIUM
}
