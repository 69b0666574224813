package org.putokaz.guide;

import org.putokaz.common.WireEnum;

/** Whom a guide speaks to. */
enum GuideAudience implements WireEnum {
    VICTIM,
    WITNESS,
    FAMILY,
    PROFESSIONAL
}
