package org.putokaz.time.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.putokaz.problem.InvalidValueException;

/**
 * Date of one precision, from a day to a millennium: {@code 2012-04-13}, {@code 2004~}, {@code 201X}.
 *
 * @param digits the EDTF text without its qualifier; an {@code X} stands for a digit that is not known
 * @param qualifier the doubt about it
 */
public record SingleDate(String digits, DateQualifier qualifier) implements PartialDate, IntervalEnd {

    private static final Pattern YEARS = Pattern.compile("\\d{4}|\\d{3}X|\\d{2}XX|\\dXXX");
    private static final Pattern WITHIN_A_YEAR = Pattern.compile("\\d{4}-(\\d\\d|\\d\\d-\\d\\d|\\d\\d-XX|XX|XX-XX)");
    private static final Pattern SEASON = Pattern.compile("\\d{4}-(2[1-9]|3\\d|4[01])");

    /** As in 2012. */
    private static final int YEAR_LENGTH = 4;

    /** As in 2012-04. */
    private static final int MONTH_LENGTH = 7;

    /** Refuses what is not in the profile and days that are not in the calendar. */
    public SingleDate {
        if (SEASON.matcher(digits).matches()) {
            throw new InvalidValueException("date-season-not-supported", digits);
        }
        if (!YEARS.matcher(digits).matches() && !WITHIN_A_YEAR.matcher(digits).matches()) {
            throw new InvalidValueException("date-not-edtf", digits);
        }
        try {
            first(digits);
        } catch (DateTimeException e) {
            throw new InvalidValueException("date-does-not-exist", digits);
        }
    }

    static boolean hasForm(String digits) {
        return YEARS.matcher(digits).matches() || WITHIN_A_YEAR.matcher(digits).matches();
    }

    @Override
    public String edtf() {
        return digits + qualifier.sign();
    }

    @Override
    public DatePrecision precision() {
        return precision(known(digits));
    }

    @Override
    public LocalDate earliest() {
        return first(digits);
    }

    @Override
    public LocalDate latest() {
        String known = known(digits);
        return switch (precision(known)) {
            case DAY -> LocalDate.parse(known);
            case MONTH -> YearMonth.parse(known).atEndOfMonth();
            default -> LocalDate.of(Integer.parseInt(known.replace('X', '9')), 12, 31);
        };
    }

    private static LocalDate first(String digits) {
        String known = known(digits);
        return switch (precision(known)) {
            case DAY -> LocalDate.parse(known);
            case MONTH -> YearMonth.parse(known).atDay(1);
            default -> LocalDate.of(Integer.parseInt(known.replace('X', '0')), 1, 1);
        };
    }

    /** {@code 2012-04-XX} says no more than {@code 2012-04}. */
    private static String known(String digits) {
        return digits.replace("-XX", "");
    }

    private static DatePrecision precision(String known) {
        return switch (known.indexOf('X')) {
            case 1 -> DatePrecision.MILLENNIUM;
            case 2 -> DatePrecision.CENTURY;
            case 3 -> DatePrecision.DECADE;
            default ->
                switch (known.length()) {
                    case YEAR_LENGTH -> DatePrecision.YEAR;
                    case MONTH_LENGTH -> DatePrecision.MONTH;
                    default -> DatePrecision.DAY;
                };
        };
    }

    @Override
    public String toString() {
        return edtf();
    }
}
