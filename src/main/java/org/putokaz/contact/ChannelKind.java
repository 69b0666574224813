package org.putokaz.contact;

import org.putokaz.common.WireEnum;

/** By what means a channel is used. */
enum ChannelKind implements WireEnum {
    PHONE,
    SMS,
    EMAIL,
    WEB,
    SOCIAL,
    CHAT,
    POST,
    IN_PERSON;

    boolean isDialled() {
        return this == PHONE || this == SMS;
    }

    /** Whether its value tells where somebody is. */
    boolean isPlace() {
        return this == POST || this == IN_PERSON;
    }
}
