package org.putokaz.time.hours;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.putokaz.locale.Language;
import org.putokaz.locale.LocalisedText;
import org.putokaz.problem.InvalidValueException;
import org.putokaz.problem.Violation;
import org.putokaz.time.holiday.HolidayCalendar;

/**
 * One regime of opening hours of a contact channel: weekly hours, a holiday rule and exceptions, for some languages or for one
 * service. Other forms of them (OSM, schema.org, iCalendar) are derived from this one. A draft may hold hours with
 * {@link #violations()}, published hours may not.
 *
 * @param label what is open in them, to tell several regimes apart; null where that needs no words
 * @param note what else holds in them, in one line
 * @param languages in which these hours hold; empty for all those of the channel
 * @param byAppointment whether nobody answers without an appointment, so that it is never open; null means false
 * @param timezone IANA name, for example {@code Europe/Belgrade}
 * @param alwaysOpen day and night, all week, so that {@code weekly} is empty; exceptions still hold
 * @param weekly the usual week
 * @param publicHolidays not needed with {@code alwaysOpen}; null with {@code holidayIntervals}
 * @param holidayIntervals on each public holiday, in place of the usual week; empty where {@code publicHolidays} says what holds
 * @param exceptions days with other hours
 */
@RecordBuilder
public record OpeningHours(
        @Nullable LocalisedText label,
        @Nullable LocalisedText note,

        @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
        List<Language> languages,

        @Nullable Boolean byAppointment,
        @Nullable String timezone,
        boolean alwaysOpen,

        @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
        List<WeeklyHours> weekly,

        @Nullable HolidayRule publicHolidays,

        @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
        List<OpeningInterval> holidayIntervals,

        @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
        List<ExceptionalHours> exceptions) {

    private static final Set<String> TIMEZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private static final OpeningInterval WHOLE_DAY =
            new OpeningInterval(TimeOfDay.parse("00:00"), TimeOfDay.parse("00:00"));

    public OpeningHours {
        languages = List.copyOf(languages);
        weekly = List.copyOf(weekly);
        holidayIntervals = List.copyOf(holidayIntervals);
        exceptions = List.copyOf(exceptions);
    }

    /** Hours for all languages and without a label. */
    public static OpeningHours of(
            @Nullable String timezone,
            boolean alwaysOpen,
            List<WeeklyHours> weekly,
            @Nullable HolidayRule publicHolidays,
            List<ExceptionalHours> exceptions) {
        return new OpeningHours(
                null, null, List.of(), null, timezone, alwaysOpen, weekly, publicHolidays, List.of(), exceptions);
    }

    /** Whether it is never open to those who come or call without an appointment. */
    public boolean requiresAppointment() {
        return Boolean.TRUE.equals(byAppointment);
    }

    /** Whether they differ between public holidays and other days, so that the days of the holidays have to be known. */
    public boolean dependOnHolidays() {
        return publicHolidays == HolidayRule.CLOSED || !holidayIntervals.isEmpty();
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
        return alwaysOpen && !dependOnHolidays() && exceptions.isEmpty();
    }

    /** The intervals that begin on a day; what runs over from the evening before belongs to that day. */
    public List<OpeningInterval> beginningOn(LocalDate day, HolidayCalendar holidays) {
        for (ExceptionalHours exception : exceptions) {
            if (exception.covers(day)) {
                return exception.intervals();
            }
        }
        if (dependOnHolidays() && holidays.on(day).isPresent()) {
            return holidayIntervals;
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
