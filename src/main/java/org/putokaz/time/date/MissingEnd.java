package org.putokaz.time.date;

/** Reason for the absence of a date on one side of an interval: it is open, or it is not known. */
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
