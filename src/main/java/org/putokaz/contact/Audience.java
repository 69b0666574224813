package org.putokaz.contact;

import org.putokaz.common.WireEnum;

/** Whom a channel is for. */
enum Audience implements WireEnum {
    VICTIM,
    WITNESS,
    FAMILY,
    PROFESSIONAL
}
