package org.putokaz.contact.content;

import org.putokaz.common.WireEnum;

/** Group of people that a contact channel serves. */
public enum Audience implements WireEnum {
    VICTIM,
    WITNESS,
    FAMILY,
    PROFESSIONAL,
    CHILD,
    YOUNG_PERSON,
    WOMAN,
    MAN,
    PARENT,
    BUSINESS,
    /** Everybody. */
    PUBLIC
}
