package org.putokaz.organisation;

import org.putokaz.common.WireEnum;

/** Kind of an organisational unit. */
enum UnitKind implements WireEnum {
    INSTITUTION,
    SERVICE,
    SHELTER,
    DEPARTMENT,
    OFFICE
}
