package org.putokaz.lint.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.putokaz.lint.TextSpan;

/**
 * Number in a text that its translation has to have too: a year, an amount, a short code. Numbers of one or two digits are not
 * compared, as hours and ordinals are written differently ({@code 17 h}, {@code 5 pm}), nor are full telephone numbers, which
 * may be national in one language and international in the other.
 *
 * @param digits without separators of thousands
 */
record ComparableNumber(TextSpan span, String digits) {

    private static final int MIN_DIGITS = 3;
    private static final int MAX_DIGITS = 6;

    /** Groups of three digits belong together: {@code 116 006}, {@code 1.500}, {@code 1,500}. */
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9+])[0-9]++(?:[.,\\u00A0 ][0-9]{3}(?![0-9]))*+");

    static List<ComparableNumber> findIn(String text) {
        List<ComparableNumber> found = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            String digits = digits(number.group());
            if (digits.length() >= MIN_DIGITS && digits.length() <= MAX_DIGITS && !digits.startsWith("0")) {
                found.add(new ComparableNumber(new TextSpan(number.start(), number.end()), digits));
            }
        }
        return found;
    }

    static Set<String> digitsOf(List<ComparableNumber> numbers) {
        return numbers.stream().map(ComparableNumber::digits).collect(Collectors.toSet());
    }

    static String digits(String written) {
        return written.replaceAll("[^0-9]", "");
    }
}
