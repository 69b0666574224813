package org.putokaz.time.hours;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.putokaz.problem.InvalidValueException;
import org.putokaz.problem.Violation;

/** Validator of opening hours as a whole, where each value by itself is well-formed. */
final class OpeningHoursValidator {

    private static final int DAY = OpeningInterval.MINUTES_A_DAY;
    private static final int WEEK = 7 * DAY;

    private OpeningHoursValidator() {}

    static List<Violation> violations(OpeningHours hours) {
        List<Violation> found = new ArrayList<>();
        timezone(hours, found);
        schedule(hours, found);
        found.addAll(overlaps(week(hours.weekly())));
        holidays(hours, found);
        exceptions(hours.exceptions(), found);
        return List.copyOf(found);
    }

    private static void timezone(OpeningHours hours, List<Violation> found) {
        try {
            hours.zone();
        } catch (InvalidValueException e) {
            found.add(Violation.at("/timezone", e.reason()));
        }
    }

    private static void schedule(OpeningHours hours, List<Violation> found) {
        if (hours.alwaysOpen() && !hours.weekly().isEmpty()) {
            found.add(Violation.at("/weekly", "hours-always-open-with-weekly"));
        }
        if (!hours.alwaysOpen() && neverOpen(hours) && !hours.requiresAppointment()) {
            found.add(Violation.at("", "hours-empty"));
        }
        for (int i = 0; i < hours.weekly().size(); i++) {
            if (hours.weekly().get(i).days().isEmpty()) {
                found.add(Violation.at("/weekly/" + i + "/days", "hours-days-missing"));
            }
        }
    }

    private static boolean neverOpen(OpeningHours hours) {
        return hours.weekly().isEmpty()
                && hours.holidayIntervals().isEmpty()
                && hours.exceptions().stream()
                        .allMatch(exception -> exception.intervals().isEmpty());
    }

    private static void holidays(OpeningHours hours, List<Violation> found) {
        boolean ownIntervals = !hours.holidayIntervals().isEmpty();
        if (hours.alwaysOpen() && hours.publicHolidays() == HolidayRule.CLOSED) {
            found.add(Violation.at("/publicHolidays", "hours-always-open-closed-on-holidays"));
        }
        if (hours.alwaysOpen() && ownIntervals) {
            found.add(Violation.at("/holidayIntervals", "hours-always-open-with-holiday-intervals"));
        }
        if (hours.publicHolidays() != null && ownIntervals) {
            found.add(Violation.at(
                    "/publicHolidays",
                    "hours-holidays-twice",
                    hours.publicHolidays().code()));
        }
        // Without a week there is nothing that a holiday could change.
        boolean anyByAppointment = hours.requiresAppointment() && hours.weekly().isEmpty();
        if (!hours.alwaysOpen() && hours.publicHolidays() == null && !ownIntervals && !anyByAppointment) {
            found.add(Violation.at("/publicHolidays", "hours-holidays-missing"));
        }
        // Holidays may follow each other, as two days of an exception do.
        found.addAll(overlaps(severalDays("/holidayIntervals", hours.holidayIntervals())));
    }

    private static void exceptions(List<ExceptionalHours> exceptions, List<Violation> found) {
        for (int i = 0; i < exceptions.size(); i++) {
            ExceptionalHours exception = exceptions.get(i);
            String pointer = "/exceptions/" + i;
            if (exception.from().isAfter(exception.to())) {
                found.add(Violation.at(
                        pointer + "/to",
                        "hours-exception-reversed",
                        exception.from().toString(),
                        exception.to().toString()));
            }
            found.addAll(overlaps(days(exception, pointer)));
            exceptions.stream()
                    .limit(i)
                    .filter(earlier -> shareADay(earlier, exception))
                    .findFirst()
                    .ifPresent(earlier -> found.add(Violation.at(
                            pointer,
                            "hours-exceptions-overlap",
                            earlier.from().toString(),
                            earlier.to().toString())));
        }
    }

    private static boolean shareADay(ExceptionalHours one, ExceptionalHours other) {
        return !one.from().isAfter(other.to()) && !other.from().isAfter(one.to());
    }

    /** The whole week in minutes, and Monday once more at its end, for Sunday's night runs into it. */
    private static List<Span> week(List<WeeklyHours> weekly) {
        return IntStream.range(0, weekly.size())
                .boxed()
                .flatMap(i -> weekly.get(i).days().stream()
                        .map(day -> Span.of(
                                "/weekly/" + i,
                                weekly.get(i).interval(),
                                (day.dayOfWeek().getValue() - 1) * DAY)))
                .flatMap(span -> span.from() < DAY ? Stream.of(span, span.later(WEEK)) : Stream.of(span))
                .toList();
    }

    /** One day of an exception in minutes, and the next one if there is one. */
    private static List<Span> days(ExceptionalHours exception, String pointer) {
        String intervals = pointer + "/intervals";
        return exception.from().isBefore(exception.to())
                ? severalDays(intervals, exception.intervals())
                : oneDay(intervals, exception.intervals()).toList();
    }

    private static List<Span> severalDays(String pointer, List<OpeningInterval> intervals) {
        return oneDay(pointer, intervals)
                .flatMap(span -> Stream.of(span, span.later(DAY)))
                .toList();
    }

    private static Stream<Span> oneDay(String pointer, List<OpeningInterval> intervals) {
        return IntStream.range(0, intervals.size()).mapToObj(i -> Span.of(pointer + "/" + i, intervals.get(i), 0));
    }

    private static Set<Violation> overlaps(List<Span> spans) {
        Set<Violation> found = new LinkedHashSet<>();
        Span open = null;
        for (Span span :
                spans.stream().sorted(Comparator.comparingInt(Span::from)).toList()) {
            if (open != null && span.from() < open.to()) {
                found.add(Violation.at(
                        span.pointer(),
                        "hours-intervals-overlap",
                        span.interval().toString(),
                        open.interval().toString()));
            }
            open = open == null || span.to() > open.to() ? span : open;
        }
        return found;
    }

    private record Span(String pointer, OpeningInterval interval, int from, int to) {

        static Span of(String pointer, OpeningInterval interval, int midnight) {
            return new Span(
                    pointer, interval, midnight + interval.opens().minuteOfDay(), midnight + interval.closingMinute());
        }

        Span later(int minutes) {
            return new Span(pointer, interval, from + minutes, to + minutes);
        }
    }
}
