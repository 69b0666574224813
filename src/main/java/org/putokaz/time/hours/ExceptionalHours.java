package org.putokaz.time.hours;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.InvalidValueException;

/**
 * Hours of certain days that replace the weekly hours and the holiday rule for the whole day.
 *
 * @param from first day
 * @param to last day, included
 * @param intervals on each of the days; none means closed
 * @param label why, by language tag; may be empty
 */
public record ExceptionalHours(
        @JsonFormat(shape = JsonFormat.Shape.STRING, lenient = OptBoolean.FALSE)
        LocalDate from,

        @JsonFormat(shape = JsonFormat.Shape.STRING, lenient = OptBoolean.FALSE)
        LocalDate to,

        @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
        List<OpeningInterval> intervals,

        @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
        Map<String, String> label) {

    /** Refuses to be without one of its days, with {@code hours-day-missing}. */
    public ExceptionalHours {
        requireDay(from, "from");
        requireDay(to, "to");
        intervals = List.copyOf(intervals);
        // Sorted, as the same content must always give the same bytes.
        label = Collections.unmodifiableMap(new TreeMap<>(label));
    }

    private static void requireDay(@Nullable LocalDate day, String member) {
        if (day == null) {
            throw new InvalidValueException("hours-day-missing", member);
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
