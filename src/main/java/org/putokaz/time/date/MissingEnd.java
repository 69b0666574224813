package org.putokaz.time.date;

/** Why an interval has no date on one side. "Goes on to this day" and "nobody knows" are not the same statement. */
public enum MissingEnd implements IntervalEnd {
    /** {@code 2012-07-02/..}: it goes on. */
    OPEN(".."),
    /** {@code 2012-07-02/}: it has an end, the date of which is not known. */
    UNKNOWN("");

    private final String edtf;

    MissingEnd(String edtf) {
        this.edtf = edtf;
    }

    @Override
    public String edtf() {
        return edtf;
    }
}
