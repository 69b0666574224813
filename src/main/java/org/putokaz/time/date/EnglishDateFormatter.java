package org.putokaz.time.date;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Formatter of partial dates in English, in British order: day, month, year. */
final class EnglishDateFormatter {

    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private EnglishDateFormatter() {}

    static String say(PartialDate date) {
        if (date instanceof DateInterval interval) {
            return interval(interval);
        }
        if (date instanceof DateWithinRange oneOf) {
            return oneOf(oneOf);
        }
        return alone((SingleDate) date);
    }

    private static String interval(DateInterval interval) {
        if (!(interval.start() instanceof SingleDate start)) {
            SingleDate end = (SingleDate) interval.end();
            return "until " + inSentence(end) + (interval.start() == MissingEnd.UNKNOWN ? ", beginning unknown" : "");
        }
        if (interval.end() instanceof SingleDate end) {
            return alone(start) + " to " + inSentence(end);
        }
        return interval.end() == MissingEnd.OPEN
                ? "since " + inSentence(start)
                : "from " + inSentence(start) + ", end unknown";
    }

    private static String oneOf(DateWithinRange oneOf) {
        SingleDate from = oneOf.from();
        SingleDate to = oneOf.to();
        if (from == null) {
            SingleDate last = Objects.requireNonNull(to);
            return onOrIn(last) + " or before " + inSentence(last);
        }
        return to == null
                ? onOrIn(from) + " or after " + inSentence(from)
                : "between " + inSentence(from) + " and " + inSentence(to);
    }

    private static String onOrIn(SingleDate date) {
        return date.precision() == DatePrecision.DAY ? "on" : "in";
    }

    private static String alone(SingleDate date) {
        return qualified(date, date.qualifier().approximate());
    }

    private static String inSentence(SingleDate date) {
        return qualified(date, true);
    }

    private static String qualified(SingleDate date, boolean withArticle) {
        return (date.qualifier().approximate() ? "about " : "")
                + (withArticle && date.precision().compareTo(DatePrecision.YEAR) < 0 ? "the " : "")
                + plain(date)
                + (date.qualifier().uncertain() ? " (uncertain)" : "");
    }

    private static String plain(SingleDate date) {
        LocalDate first = date.earliest();
        int year = first.getYear();
        String month = MONTHS.get(first.getMonthValue() - 1);
        return switch (date.precision()) {
            case DAY -> first.getDayOfMonth() + " " + month + " " + year;
            case MONTH -> month + " " + year;
            case DECADE -> year + "s";
            case CENTURY -> ordinal(year / 100 + 1) + " century";
            case MILLENNIUM -> ordinal(year / 1000 + 1) + " millennium";
            default -> String.valueOf(year);
        };
    }

    private static String ordinal(int number) {
        boolean teens = number / 10 % 10 == 1;
        String ending = switch (teens ? 0 : number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
        return number + ending;
    }
}
