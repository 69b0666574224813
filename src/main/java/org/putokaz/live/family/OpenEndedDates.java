package org.putokaz.live.family;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Substitutes for the open ends of periods in columns that are compared. */
public final class OpenEndedDates {

    public static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    public static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private OpenEndedDates() {}

    public static LocalDate orFirst(@Nullable LocalDate day) {
        return day == null ? FIRST_DAY : day;
    }

    public static LocalDate orLast(@Nullable LocalDate day) {
        return day == null ? LAST_DAY : day;
    }
}
