package org.putokaz.time.date;

/** Side of a date interval: a date, or the reason for its absence. */
public sealed interface IntervalEnd permits SingleDate, MissingEnd {

    /** As it stands on its side of the slash. */
    String edtf();
}
