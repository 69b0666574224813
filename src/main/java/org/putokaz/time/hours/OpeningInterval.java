package org.putokaz.time.hours;

import org.jspecify.annotations.Nullable;
import org.putokaz.problem.InvalidValueException;

/**
 * Interval from opening to closing in local time. Closing at or before opening means the next day, so 00:00 to 00:00
 * is a whole day and 22:00 to 06:00 a night.
 */
public record OpeningInterval(TimeOfDay opens, TimeOfDay closes) {

    static final int MINUTES_A_DAY = 24 * 60;

    /** Refuses to be without one of its times, with {@code hours-time-missing}. */
    public OpeningInterval {
        requireTime(opens, "opens");
        requireTime(closes, "closes");
    }

    private static void requireTime(@Nullable TimeOfDay time, String member) {
        if (time == null) {
            throw new InvalidValueException("hours-time-missing", member);
        }
    }

    public boolean closesNextDay() {
        return closes.compareTo(opens) <= 0;
    }

    /** Minutes from the midnight the opening day began with; above 1440 when it closes the next day. */
    int closingMinute() {
        return closes.minuteOfDay() + (closesNextDay() ? MINUTES_A_DAY : 0);
    }

    @Override
    public String toString() {
        return opens + "–" + closes;
    }
}
