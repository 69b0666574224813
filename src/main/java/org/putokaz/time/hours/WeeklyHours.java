package org.putokaz.time.hours;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/** Interval that repeats on certain days of every week. */
public record WeeklyHours(
        @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
        List<Weekday> days,

        TimeOfDay opens,
        TimeOfDay closes) {

    /** Refuses to be without one of its times, as {@link OpeningInterval} does. */
    public WeeklyHours {
        days = List.copyOf(days);
        new OpeningInterval(opens, closes);
    }

    public OpeningInterval interval() {
        return new OpeningInterval(opens, closes);
    }
}
