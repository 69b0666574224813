package org.putokaz.lint.rule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;
import org.putokaz.lint.TextSpan;

/**
 * Rule L8: dates in figures are written {@code 13. 4. 2012.} or {@code 13.04.2012.}, with their year, and exist.
 * Better still they stand in a field of their own, which can be sorted.
 */
final class DateFormatRule implements LintRule {

    private static final Pattern DATE = Pattern.compile("(?<![\\p{L}0-9./-])(?<day>[0-9]{1,2})\\.(?<gap>[ \u00A0]?)"
            + "(?<month>[0-9]{1,2})\\.(?:(?<wider>[ \u00A0]?)(?<year>(?:1[89]|20|21)[0-9]{2})(?![0-9])(?<dot>\\.?))?");

    // A leap year: what no year knows, does not exist without one either.
    private static final int ANY_YEAR = 2000;

    @Override
    public void check(PlainTextView view, FindingCollector findings) {
        Matcher date = DATE.matcher(view.text());
        while (date.find()) {
            boolean withYear = date.group("year") != null;
            if ((withYear || isSurelyADate(date, view)) && !view.isAddress(date.start())) {
                check(date, view, findings);
            }
        }
    }

    private static void check(Matcher date, PlainTextView view, FindingCollector findings) {
        TextSpan span = new TextSpan(date.start(), date.end());
        boolean withYear = date.group("year") != null;
        if (!exists(date)) {
            findings.add(LintCode.NO_SUCH_DATE, span);
        } else if (!withYear) {
            findings.add(LintCode.DATE_WITHOUT_YEAR, span);
        } else if (!isInForm(date)) {
            findings.add(LintCode.DATE_FORM, span, List.of(closed(date), open(date)), closed(date), open(date));
        } else if (date.group("dot").isEmpty() && YearFormatRule.needsDot(date.end(), view)) {
            String year = date.group("year");
            findings.add(
                    LintCode.YEAR_WITHOUT_DOT, new TextSpan(date.start("year"), date.end("year")), List.of(year + "."));
        }
    }

    /** Without a year, {@code 2.1.} may number a section, {@code 10.45.} be a time, and {@code 10.10.10} anything. */
    private static boolean isSurelyADate(Matcher date, PlainTextView view) {
        boolean spaced = !date.group("gap").isEmpty();
        boolean twoFigures =
                date.group("day").length() == 2 && date.group("month").length() == 2;
        int day = Integer.parseInt(date.group("day"));
        int month = Integer.parseInt(date.group("month"));
        boolean possible = day >= 1 && day <= 31 && month >= 1 && month <= Month.values().length;
        return possible && (spaced || twoFigures) && !Character.isLetterOrDigit(view.at(date.end()));
    }

    private static boolean exists(Matcher date) {
        try {
            String year = date.group("year");
            LocalDate.of(
                    year == null ? ANY_YEAR : Integer.parseInt(year),
                    Integer.parseInt(date.group("month")),
                    Integer.parseInt(date.group("day")));
            return true;
        } catch (DateTimeException notInTheCalendar) {
            return false;
        }
    }

    private static boolean isInForm(Matcher date) {
        boolean zeros = date.group("day").startsWith("0") || date.group("month").startsWith("0");
        boolean twoFigures =
                date.group("day").length() == 2 && date.group("month").length() == 2;
        boolean closed = date.group("gap").isEmpty() && date.group("wider").isEmpty();
        boolean open = !date.group("gap").isEmpty() && !date.group("wider").isEmpty();
        return (closed && twoFigures) || (open && !zeros);
    }

    private static String closed(Matcher date) {
        return "%02d.%02d.%s."
                .formatted(
                        Integer.parseInt(date.group("day")), Integer.parseInt(date.group("month")), date.group("year"));
    }

    private static String open(Matcher date) {
        return "%d. %d. %s."
                .formatted(
                        Integer.parseInt(date.group("day")), Integer.parseInt(date.group("month")), date.group("year"));
    }
}
