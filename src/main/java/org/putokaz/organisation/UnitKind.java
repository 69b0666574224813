package org.putokaz.organisation;

import org.putokaz.common.WireEnum;

/** What sort of unit it is. */
enum UnitKind implements WireEnum {
    INSTITUTION,
    SERVICE,
    SHELTER,
    DEPARTMENT,
    OFFICE
}
