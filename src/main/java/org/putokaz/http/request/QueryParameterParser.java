package org.putokaz.http.request;

import java.time.DateTimeException;
import java.time.LocalDate;
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

/** Reads the values of query parameters. Whatever cannot be read is a 400 that names the parameter and what is allowed. */
public final class QueryParameterParser {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private QueryParameterParser() {}

    public static ProblemException refused(String name, String code, Object... arguments) {
        return ProblemType.INVALID_PARAMETER.with(Violation.parameter(name, Message.of(code, arguments)));
    }

    /** A whole number within bounds, both included. */
    public static int number(String name, @Nullable String raw, int least, int most, int otherwise) {
        if (raw == null) {
            return otherwise;
        }
        int value = NUMBER.matcher(raw).matches() ? Integer.parseInt(raw) : -1;
        if (value < least || value > most) {
            throw refused(name, "not-a-number-between", least, most);
        }
        return value;
    }

    /** {@code true} or {@code false}, nothing else. */
    public static @Nullable Boolean flag(String name, @Nullable String raw) {
        if (raw == null) {
            return null;
        }
        if (!raw.equals("true") && !raw.equals("false")) {
            throw refused(name, "not-one-of", "true, false");
        }
        return Boolean.valueOf(raw);
    }

    /** One of an enumeration's tokens. */
    public static <T extends Enum<T> & WireEnum> @Nullable T choice(
            String name, @Nullable String raw, Class<T> enumeration) {
        if (raw == null) {
            return null;
        }
        return Arrays.stream(enumeration.getEnumConstants())
                .filter(constant -> constant.token().equals(raw))
                .findFirst()
                .orElseThrow(() -> refused(name, "not-one-of", tokens(enumeration)));
    }

    private static <T extends Enum<T> & WireEnum> String tokens(Class<T> enumeration) {
        return Arrays.stream(enumeration.getEnumConstants())
                .map(WireEnum::token)
                .collect(Collectors.joining(", "));
    }

    /** The id of an entry: a UUID in its canonical, lower-case form. */
    public static @Nullable UUID id(String name, @Nullable String raw) {
        if (raw == null) {
            return null;
        }
        if (!isId(raw)) {
            throw refused(name, "not-an-id");
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
            throw refused(name, "no-such-day", raw);
        }
        throw refused(name, "not-a-day");
    }

    /** A language tag of any language (BCP 47). */
    public static @Nullable Language language(String name, @Nullable String raw) {
        return value(name, raw, Language::of);
    }

    /** Whatever a value's own reader makes of it. */
    public static <T> @Nullable T value(String name, @Nullable String raw, Function<String, T> reader) {
        if (raw == null) {
            return null;
        }
        try {
            return reader.apply(raw);
        } catch (InvalidValueException invalid) {
            throw ProblemType.INVALID_PARAMETER.with(Violation.parameter(name, invalid.reason()));
        }
    }

    /** Names separated by commas, each from a list and none twice. */
    public static List<String> names(String name, @Nullable String raw, Iterable<String> allowed) {
        if (raw == null) {
            return List.of();
        }
        List<String> known = new java.util.ArrayList<>();
        allowed.forEach(known::add);
        List<String> asked = List.of(raw.split(",", -1));
        if (!known.containsAll(asked) || asked.stream().distinct().count() != asked.size()) {
            throw refused(name, "not-some-of", String.join(", ", known));
        }
        return asked;
    }
}
