package org.putokaz.time.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Opening hours in Belgrade, in as few words as a test can bear. */
public final class HoursFixtures {

    public static final ZoneId BELGRADE = ZoneId.of("Europe/Belgrade");

    /** Monday to Friday from 8 to 16, closed on holidays. */
    public static final OpeningHours OFFICE =
            weekly(HolidayRule.CLOSED, week("monday tuesday wednesday thursday friday", "08:00", "16:00"));

    /** Every night from 22 to 6. */
    public static final OpeningHours NIGHT_SHIFT = weekly(
            HolidayRule.SAME, week("monday tuesday wednesday thursday friday saturday sunday", "22:00", "06:00"));

    public static final OpeningHours ALWAYS =
            OpeningHours.of("Europe/Belgrade", true, List.of(), HolidayRule.SAME, List.of());

    private HoursFixtures() {}

    public static OpeningHours weekly(HolidayRule holidays, WeeklyHours... weekly) {
        return OpeningHours.of("Europe/Belgrade", false, List.of(weekly), holidays, List.of());
    }

    public static OpeningHours with(OpeningHours hours, ExceptionalHours... exceptions) {
        return OpeningHoursBuilder.builder(hours)
                .exceptions(List.of(exceptions))
                .build();
    }

    public static WeeklyHours week(String days, String opens, String closes) {
        return new WeeklyHours(
                Arrays.stream(days.split(" ")).map(Weekday::of).toList(),
                TimeOfDay.parse(opens),
                TimeOfDay.parse(closes));
    }

    public static ExceptionalHours exception(String from, String to, OpeningInterval... intervals) {
        return new ExceptionalHours(LocalDate.parse(from), LocalDate.parse(to), List.of(intervals), Map.of());
    }

    public static OpeningInterval interval(String opens, String closes) {
        return new OpeningInterval(TimeOfDay.parse(opens), TimeOfDay.parse(closes));
    }

    public static Instant belgrade(String localDateTime) {
        return LocalDateTime.parse(localDateTime).atZone(BELGRADE).toInstant();
    }
}
