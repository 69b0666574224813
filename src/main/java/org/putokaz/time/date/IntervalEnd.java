package org.putokaz.time.date;

/** One side of an interval: a date, or the reason why there is none. */
public sealed interface IntervalEnd permits SingleDate, MissingEnd {

    /** As it stands on its side of the slash. */
    String edtf();
}
