package org.putokaz.area;

import org.putokaz.common.WireEnum;

/** List from which the code of an area is. */
public enum AreaScheme implements WireEnum {

    /** Registration numbers of the municipalities of Serbia, five digits: {@code 70181}. */
    RS_MUNICIPALITY,

    /** Districts of Serbia and the City of Belgrade, as ISO 3166-2: {@code RS-06}. */
    RS_DISTRICT,

    /** Countries, as ISO 3166-1 alpha-2: {@code RS}. */
    ISO_3166_1,

    /** Every country but Serbia; its only code is {@code abroad}. */
    ABROAD
}
