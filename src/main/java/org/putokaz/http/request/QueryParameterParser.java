package org.putokaz.http.request;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
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

    /** The id of an entry: a UUID in its canonical, lower-case form. */
    public static @Nullable UUID id(String name, @Nullable String raw) {
        if (raw == null) {
            return null;
        }
        if (!isId(raw)) {
            throw invalidParameter(name, "not-an-id");
        }
        return UUID.fromString(raw);
    }

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

    /** A language tag of any language (BCP 47). */
    public static @Nullable Language language(String name, @Nullable String raw) {
        return value(name, raw, Language::of);
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
