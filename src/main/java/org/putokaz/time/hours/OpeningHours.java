package org.putokaz.time.hours;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.InvalidValueException;
import org.putokaz.problem.Violation;
import org.putokaz.time.holiday.HolidayCalendar;

/**
 * Opening hours of a contact channel: weekly hours, a holiday rule and exceptions. Other forms of them (OSM,
 * schema.org, iCalendar) are derived from this one. A draft may hold hours with {@link #violations()}, published
 * hours may not.
 *
 * @param timezone IANA name, for example {@code Europe/Belgrade}
 * @param alwaysOpen day and night, all week, so that {@code weekly} is empty; exceptions still hold
 * @param weekly the usual week
 * @param publicHolidays not needed with {@code alwaysOpen}
 * @param exceptions days with other hours
 */
public record OpeningHours(
        @Nullable String timezone,
        boolean alwaysOpen,

        @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
        List<WeeklyHours> weekly,

        @Nullable HolidayRule publicHolidays,

        @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
        List<ExceptionalHours> exceptions) {

    private static final Set<String> TIMEZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private static final OpeningInterval WHOLE_DAY =
            new OpeningInterval(TimeOfDay.parse("00:00"), TimeOfDay.parse("00:00"));

    public OpeningHours {
        weekly = List.copyOf(weekly);
        exceptions = List.copyOf(exceptions);
    }

    /** Everything that keeps these hours from being published, with pointers from this object. */
    public List<Violation> violations() {
        return OpeningHoursValidator.violations(this);
    }

    /**
     * The time zone, for reckoning.
     *
     * @throws InvalidValueException {@code hours-timezone-missing}, {@code hours-timezone-unknown}
     */
    public ZoneId zone() {
        if (timezone == null) {
            throw new InvalidValueException("hours-timezone-missing");
        }
        if (!TIMEZONES.contains(timezone)) {
            throw new InvalidValueException("hours-timezone-unknown", timezone);
        }
        return ZoneId.of(timezone);
    }

    boolean neverClose() {
        return alwaysOpen && publicHolidays != HolidayRule.CLOSED && exceptions.isEmpty();
    }

    /** The intervals that begin on a day; what runs over from the evening before belongs to that day. */
    public List<OpeningInterval> beginningOn(LocalDate day, HolidayCalendar holidays) {
        for (ExceptionalHours exception : exceptions) {
            if (exception.covers(day)) {
                return exception.intervals();
            }
        }
        if (publicHolidays == HolidayRule.CLOSED && holidays.on(day).isPresent()) {
            return List.of();
        }
        if (alwaysOpen) {
            return List.of(WHOLE_DAY);
        }
        return weekly.stream()
                .filter(hours -> hours.days().stream().anyMatch(named -> named.dayOfWeek() == day.getDayOfWeek()))
                .map(WeeklyHours::interval)
                .toList();
    }
}
