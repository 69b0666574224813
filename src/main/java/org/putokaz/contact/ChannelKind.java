package org.putokaz.contact;

import org.putokaz.common.WireEnum;

/** Medium of a contact channel. */
enum ChannelKind implements WireEnum {
    PHONE,
    SMS,
    EMAIL,
    WEB,
    SOCIAL,
    CHAT,
    POST,
    IN_PERSON;

    /** Whether the value of such a channel is a telephone number. */
    boolean isDialled() {
        return this == PHONE || this == SMS;
    }

    /** Whether the value of such a channel is an address, which for a confidential unit must stay secret. */
    boolean showsLocation() {
        return this == POST || this == IN_PERSON;
    }
}
