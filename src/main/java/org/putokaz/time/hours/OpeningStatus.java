package org.putokaz.time.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.putokaz.time.holiday.HolidayCalendar;

/**
 * Opening status at an instant: open or closed, and the next change.
 *
 * @param nextChange when it next opens or closes; null when that is never, or more than some thirteen months ahead
 */
public record OpeningStatus(boolean open, @Nullable Instant nextChange) {

    /** Long enough for whatever comes back once a year, holidays that move included. */
    private static final int DAYS_AHEAD = 400;

    /**
     * Intervals that touch or overlap are one: 00:00 to 00:00 on two days running has no change at midnight. When
     * clocks change, a time that does not exist is taken as much later as the clock jumps, and a time that happens
     * twice as the first one; a night shift is then an hour shorter or longer.
     *
     * @throws org.putokaz.problem.InvalidValueException when the timezone is missing or unknown
     */
    public static OpeningStatus at(OpeningHours hours, HolidayCalendar holidays, Instant now) {
        ZoneId zone = hours.zone();
        if (hours.neverClose()) {
            return new OpeningStatus(true, null);
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate horizon = today.plusDays(DAYS_AHEAD);
        // From yesterday on, for a night shift that is still running.
        Iterator<Span> spans = today.minusDays(1)
                .datesUntil(horizon)
                .flatMap(day -> spansOf(day, hours, holidays, zone))
                .filter(span -> span.to().isAfter(now))
                .iterator();
        if (!spans.hasNext()) {
            return new OpeningStatus(false, null);
        }
        Span first = spans.next();
        if (first.from().isAfter(now)) {
            return new OpeningStatus(false, first.from());
        }
        Instant end = endOfRunning(first, spans);
        boolean foreseeable = end.isBefore(horizon.atStartOfDay(zone).toInstant());
        return new OpeningStatus(true, foreseeable ? end : null);
    }

    private static Instant endOfRunning(Span first, Iterator<Span> following) {
        Instant end = first.to();
        while (following.hasNext()) {
            Span next = following.next();
            if (next.from().isAfter(end)) {
                break;
            }
            end = next.to().isAfter(end) ? next.to() : end;
        }
        return end;
    }

    /** What begins on a day, in the order of its instants; a jump of the clock may leave nothing of an interval. */
    private static Stream<Span> spansOf(LocalDate day, OpeningHours hours, HolidayCalendar holidays, ZoneId zone) {
        return hours.beginningOn(day, holidays).stream()
                .map(interval -> Span.of(interval, day, zone))
                .filter(span -> span.to().isAfter(span.from()))
                .sorted(Comparator.comparing(Span::from));
    }

    private record Span(Instant from, Instant to) {

        static Span of(OpeningInterval interval, LocalDate day, ZoneId zone) {
            LocalDate closingDay = interval.closesNextDay() ? day.plusDays(1) : day;
            return new Span(interval.opens().on(day, zone), interval.closes().on(closingDay, zone));
        }
    }
}
