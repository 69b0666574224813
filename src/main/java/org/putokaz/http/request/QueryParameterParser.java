package org.putokaz.http.request;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.putokaz.common.WireEnum;
import org.putokaz.locale.Language;
import org.putokaz.problem.InvalidValueException;
import org.putokaz.problem.Message;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/**
 * Parser of the values of query parameters. An invalid value is a 400 that names the parameter and says what is
 * allowed; a missing parameter is null, or the default.
 */
public final class QueryParameterParser {

    /** Greatest number of values in a parameter that takes several, separated by commas. */
    public static final int MAX_VALUES = 100;

    /** The language range that every tag matches. */
    public static final String ANY_LANGUAGE = "*";

    private static final Pattern ID = Pattern.compile("[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private QueryParameterParser() {}

    /** The problem of a value that is not allowed. */
    public static ProblemException invalidParameter(String name, String code, Object... arguments) {
        return ProblemType.INVALID_PARAMETER.with(Violation.parameter(name, Message.of(code, arguments)));
    }

    /** A whole number within bounds, both included. */
    public static int number(String name, @Nullable String raw, int min, int max, int defaultValue) {
        if (raw == null) {
            return defaultValue;
        }
        int value = NUMBER.matcher(raw).matches() ? Integer.parseInt(raw) : -1;
        if (value < min || value > max) {
            throw invalidParameter(name, "not-a-number-between", min, max);
        }
        return value;
    }

    /** {@code true} or {@code false}, nothing else. */
    public static @Nullable Boolean flag(String name, @Nullable String raw) {
        if (raw == null) {
            return null;
        }
        if (!raw.equals("true") && !raw.equals("false")) {
            throw invalidParameter(name, "not-one-of", "true, false");
        }
        return Boolean.valueOf(raw);
    }

    /** The constant of an enumeration that is written so. */
    public static <T extends Enum<T> & WireEnum> @Nullable T choice(
            String name, @Nullable String raw, Class<T> enumeration) {
        if (raw == null) {
            return null;
        }
        return Arrays.stream(enumeration.getEnumConstants())
                .filter(constant -> constant.wireName().equals(raw))
                .findFirst()
                .orElseThrow(() -> invalidParameter(name, "not-one-of", wireNames(enumeration)));
    }

    private static <T extends Enum<T> & WireEnum> String wireNames(Class<T> enumeration) {
        return Arrays.stream(enumeration.getEnumConstants())
                .map(WireEnum::wireName)
                .collect(Collectors.joining(", "));
    }

    /** The id of an entry: a UUID with its hyphens, in lower or upper case. */
    public static @Nullable UUID id(String name, @Nullable String raw) {
        if (raw == null) {
            return null;
        }
        if (!isId(raw)) {
            throw invalidParameter(name, "not-an-id");
        }
        return UUID.fromString(raw);
    }

    /** Ids separated by commas, {@value #MAX_VALUES} at most; each once and in ascending order, null without the parameter. */
    public static @Nullable List<UUID> ids(String name, @Nullable String raw) {
        return raw == null
                ? null
                : values(name, raw).map(id -> id(name, id)).distinct().sorted().toList();
    }

    /**
     * Values separated by commas, in their order, as often as they are written.
     *
     * @throws ProblemException 400 for more than {@value #MAX_VALUES}
     */
    public static Stream<String> values(String name, String raw) {
        List<String> values = List.of(raw.split(",", -1));
        if (values.size() > MAX_VALUES) {
            throw invalidParameter(name, "too-many-values", MAX_VALUES, values.size());
        }
        return values.stream();
    }

    /** Whether it is a UUID with its hyphens, in lower or upper case. */
    public static boolean isId(String raw) {
        return ID.matcher(raw).matches();
    }

    /** A day that exists, as {@code yyyy-mm-dd}. */
    public static @Nullable LocalDate day(String name, @Nullable String raw) {
        if (raw == null) {
            return null;
        }
        try {
            if (DAY.matcher(raw).matches()) {
                return LocalDate.parse(raw);
            }
        } catch (DateTimeException noSuchDay) {
            throw invalidParameter(name, "no-such-day", raw);
        }
        throw invalidParameter(name, "not-a-day");
    }

    /** The first day of a day, month or year: {@code yyyy-mm-dd}, {@code yyyy-mm} or {@code yyyy}. */
    public static @Nullable LocalDate firstDay(String name, @Nullable String raw) {
        return raw == null ? null : boundary(name, raw, year -> year.atDay(1), month -> month.atDay(1));
    }

    /** The last day of a day, month or year: {@code yyyy-mm-dd}, {@code yyyy-mm} or {@code yyyy}. */
    public static @Nullable LocalDate lastDay(String name, @Nullable String raw) {
        return raw == null ? null : boundary(name, raw, year -> year.atDay(year.length()), YearMonth::atEndOfMonth);
    }

    private static LocalDate boundary(
            String name, String raw, Function<Year, LocalDate> dayOfYear, Function<YearMonth, LocalDate> dayOfMonth) {
        if (YEAR.matcher(raw).matches()) {
            return dayOfYear.apply(Year.parse(raw));
        }
        try {
            if (MONTH.matcher(raw).matches()) {
                return dayOfMonth.apply(YearMonth.parse(raw));
            }
            if (DAY.matcher(raw).matches()) {
                return LocalDate.parse(raw);
            }
        } catch (DateTimeException doesNotExist) {
            throw invalidParameter(name, MONTH.matcher(raw).matches() ? "no-such-month" : "no-such-day", raw);
        }
        throw invalidParameter(name, "not-a-day-month-or-year");
    }

    /**
     * A basic language range (RFC 4647) that a language tag can match, in canonical case: {@code *}, {@code sr}, {@code
     * en-GB}.
     */
    public static @Nullable String languageRange(String name, @Nullable String raw) {
        if (raw == null || raw.equals(ANY_LANGUAGE)) {
            return raw;
        }
        try {
            return Language.of(raw).tag();
        } catch (InvalidValueException malformed) {
            throw invalidParameter(name, "invalid-language-range");
        }
    }

    /** @param parser throws {@link InvalidValueException} for a value that it does not accept */
    public static <T> @Nullable T value(String name, @Nullable String raw, Function<String, T> parser) {
        if (raw == null) {
            return null;
        }
        try {
            return parser.apply(raw);
        } catch (InvalidValueException invalid) {
            throw ProblemType.INVALID_PARAMETER.with(Violation.parameter(name, invalid.reason()));
        }
    }

    /** Names separated by commas, each from a list and none twice; empty when the parameter is missing. */
    public static List<String> names(String name, @Nullable String raw, Iterable<String> allowed) {
        if (raw == null) {
            return List.of();
        }
        List<String> known = new ArrayList<>();
        allowed.forEach(known::add);
        List<String> names = List.of(raw.split(",", -1));
        if (!known.containsAll(names) || names.stream().distinct().count() != names.size()) {
            throw invalidParameter(name, "not-some-of", String.join(", ", known));
        }
        return names;
    }
}
