package org.putokaz.time.date;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Precision of a {@link PartialDate}, for clients that draw it without reading EDTF. */
public enum DatePrecision {
    /** {@code 1XXX}: 1000 to 1999. */
    MILLENNIUM,
    /** {@code 19XX}: 1900 to 1999. */
    CENTURY,
    /** {@code 201X}: 2010 to 2019. */
    DECADE,
    /** {@code 2004}, {@code 2004-XX}. */
    YEAR,
    /** {@code 2019-02}, {@code 2019-02-XX}. */
    MONTH,
    /** {@code 2012-04-13}. */
    DAY,
    /** {@code 2004/2012-04}: something that lasted. */
    INTERVAL,
    /** {@code [..2012-04-12]}: one day, not known which, within the bounds. */
    RANGE;

    /** The lower-case name that stands in JSON. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
