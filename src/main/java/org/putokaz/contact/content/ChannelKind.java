package org.putokaz.contact.content;

import org.putokaz.common.WireEnum;

/** Medium of a contact channel. */
public enum ChannelKind implements WireEnum {
    PHONE,
    SMS,
    EMAIL,
    WEB,
    SOCIAL,
    CHAT,
    POST,
    IN_PERSON,
    /** Takes documents; a caller hears a machine. */
    FAX,
    /** Takes calls in writing, from a text telephone or an app of a relay service. */
    TEXT_RELAY,
    /** An account in a messaging app. */
    MESSAGING;

    /** Whether the value of such a channel is a telephone number. */
    public boolean isDialled() {
        return this == PHONE || this == SMS || this == FAX || this == TEXT_RELAY;
    }

    /** Whether somebody who writes or calls may expect an answer while they wait. */
    public boolean answersAtOnce() {
        return this != EMAIL && this != POST && this != FAX && this != SOCIAL && this != WEB;
    }

    /** Whether the value of such a channel is an address, which for a confidential unit must stay secret. */
    public boolean showsLocation() {
        return this == POST || this == IN_PERSON;
    }
}
