package org.putokaz.time.date;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.InvalidValueException;

/**
 * One unknown day within a range, EDTF's "one of a set": {@code [..2012-04-12]}, {@code [2012..]}, {@code
 * [2004..2012]}.
 *
 * @param from no day before this; null when there is no lower bound
 * @param to no day after this; null when there is no upper bound
 */
public record DateWithinRange(
        @Nullable SingleDate from, @Nullable SingleDate to) implements PartialDate {

    /** Refuses a set without bounds, and one whose bounds leave no day. */
    public DateWithinRange {
        if (from == null && to == null) {
            throw new InvalidValueException("date-interval-without-ends", "[..]");
        }
        if (from != null && to != null && from.earliest().isAfter(to.latest())) {
            throw new InvalidValueException("date-interval-reversed", text(from, to));
        }
    }

    @Override
    public String edtf() {
        return text(from, to);
    }

    @Override
    public DatePrecision precision() {
        return DatePrecision.RANGE;
    }

    @Override
    public @Nullable LocalDate earliest() {
        return from == null ? null : from.earliest();
    }

    @Override
    public @Nullable LocalDate latest() {
        return to == null ? null : to.latest();
    }

    private static String text(@Nullable SingleDate from, @Nullable SingleDate to) {
        return "[" + (from == null ? "" : from.edtf()) + ".." + (to == null ? "" : to.edtf()) + "]";
    }

    @Override
    public PartialDate simplified() {
        return from != null && from.equals(to) ? from : this;
    }

    @Override
    public String toString() {
        return edtf();
    }
}
