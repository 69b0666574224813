package org.putokaz.time.date;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.InvalidValueException;

/**
 * Interval between two partial dates, either side of which may be open: {@code 2004/2012-04~}, {@code 2012-07-02/..}.
 */
public record DateInterval(IntervalEnd start, IntervalEnd end) implements PartialDate {

    /** Refuses an interval without any date, and one that certainly ends before it starts. */
    public DateInterval {
        if (start instanceof MissingEnd && end instanceof MissingEnd) {
            throw new InvalidValueException("date-interval-without-ends", start.edtf() + "/" + end.edtf());
        }
        if (start instanceof SingleDate first
                && end instanceof SingleDate last
                && first.earliest().isAfter(last.latest())) {
            throw new InvalidValueException("date-interval-reversed", start.edtf() + "/" + end.edtf());
        }
    }

    @Override
    public String edtf() {
        return start.edtf() + "/" + end.edtf();
    }

    @Override
    public DatePrecision precision() {
        return DatePrecision.INTERVAL;
    }

    @Override
    public @Nullable LocalDate earliest() {
        return start instanceof SingleDate date ? date.earliest() : null;
    }

    @Override
    public @Nullable LocalDate latest() {
        return end instanceof SingleDate date ? date.latest() : null;
    }

    @Override
    public PartialDate simplified() {
        return start instanceof SingleDate date && date.equals(end) ? date : this;
    }

    @Override
    public String toString() {
        return edtf();
    }
}
