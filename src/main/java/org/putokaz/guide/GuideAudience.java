package org.putokaz.guide;

import org.putokaz.common.WireEnum;

/** Group of people that a help guide addresses. */
enum GuideAudience implements WireEnum {
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
