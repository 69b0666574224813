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
        if (hours.alwaysOpen() && hours.publicHolidays() == HolidayRule.CLOSED) {
            found.add(Violation.at("/publicHolidays", "hours-always-open-closed-on-holidays"));
        }
        if (!hours.alwaysOpen() && hours.publicHolidays() == null) {
            found.add(Violation.at("/publicHolidays", "hours-holidays-missing"));
        }
        boolean neverOpens = hours.weekly().isEmpty()
                && hours.exceptions().stream()
                        .allMatch(exception -> exception.intervals().isEmpty());
        if (!hours.alwaysOpen() && neverOpens) {
            found.add(Violation.at("", "hours-empty"));
        }
        for (int i = 0; i < hours.weekly().size(); i++) {
            if (hours.weekly().get(i).days().isEmpty()) {
                found.add(Violation.at("/weekly/" + i + "/days", "hours-days-missing"));
            }
        }
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
        boolean several = exception.from().isBefore(exception.to());
        return IntStream.range(0, exception.intervals().size())
                .mapToObj(i -> Span.of(
                        pointer + "/intervals/" + i, exception.intervals().get(i), 0))
                .flatMap(span -> several ? Stream.of(span, span.later(DAY)) : Stream.of(span))
                .toList();
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
