package org.putokaz.time.date;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.InvalidValueException;

/**
 * Parser of the EDTF profile of {@link PartialDate}; its errors name the part of EDTF that lies outside the profile.
 */
final class EdtfParser {

    /** The longest text of the profile has 26 characters; what is longer is not worth a look. */
    private static final int MAX_LENGTH = 40;

    private static final List<Refusal> REFUSALS = List.of(
            new Refusal("date-set-not-supported", "[\\[{].*"),
            new Refusal("date-year-not-supported", "-\\d.*|Y-?\\d.*|\\d{5,}.*"),
            new Refusal("date-with-time-not-supported", "\\d{4}-\\d\\d-\\d\\dT.*"),
            new Refusal("date-qualifier-not-at-end", "[\\dX-]*[?~%].*\\d.*"),
            new Refusal("date-mask-not-supported", "[\\dX-]*X[\\dX-]*[?~%]?"));

    private EdtfParser() {}

    static PartialDate read(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidValueException("date-too-long", MAX_LENGTH);
        }
        if (text.startsWith("[") && text.endsWith("]")) {
            return oneOf(text);
        }
        return text.indexOf('/') < 0 ? single(text) : interval(text);
    }

    private static PartialDate oneOf(String text) {
        String inside = text.substring(1, text.length() - 1);
        int dots = inside.indexOf("..");
        if (dots < 0 || inside.contains(",")) {
            throw new InvalidValueException("date-set-not-supported", text);
        }
        return new DateWithinRange(bound(inside.substring(0, dots)), bound(inside.substring(dots + "..".length())));
    }

    private static @Nullable SingleDate bound(String text) {
        return text.isEmpty() ? null : single(text);
    }

    private static PartialDate interval(String text) {
        int slash = text.indexOf('/');
        return new DateInterval(end(text.substring(0, slash)), end(text.substring(slash + 1)));
    }

    private static IntervalEnd end(String text) {
        for (MissingEnd missing : MissingEnd.values()) {
            if (text.equals(missing.edtf())) {
                return missing;
            }
        }
        return single(text);
    }

    private static SingleDate single(String text) {
        DateQualifier qualifier = DateQualifier.atEndOf(text);
        String digits = text.substring(0, text.length() - qualifier.sign().length());
        if (SingleDate.hasForm(digits)) {
            return new SingleDate(digits, qualifier);
        }
        String code = REFUSALS.stream()
                .filter(refusal -> refusal.form().matcher(text).matches())
                .findFirst()
                .map(Refusal::code)
                .orElse("date-not-edtf");
        throw new InvalidValueException(code, text);
    }

    private record Refusal(String code, Pattern form) {

        Refusal(String code, String form) {
            this(code, Pattern.compile(form));
        }
    }
}
