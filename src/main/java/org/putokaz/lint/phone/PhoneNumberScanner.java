package org.putokaz.lint.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Scanner for telephone numbers in a text: eight digits at least, in groups, beginning with a plus sign or a zero. Dates do not
 * match, as their first group is too short for an area code. The cost is linear in the length of the text.
 */
public final class PhoneNumberScanner {

    private static final String GAPS = " \u00A0/-\u2013.";
    private static final int FEWEST_DIGITS = 8;
    private static final int MAX_NATIONAL_DIGITS = 11;
    private static final int MAX_INTERNATIONAL_DIGITS = 15;
    /** The trunk prefix and the shortest area code. */
    private static final int SHORTEST_FIRST_GROUP = 3;
    /** {@code +1}, {@code 00}. */
    private static final int SHORTEST_COUNTRY_GROUP = 2;

    private final String text;
    private final IntPredicate excluded;

    private PhoneNumberScanner(String text, IntPredicate excluded) {
        this.text = text;
        this.excluded = excluded;
    }

    /**
     * Position of a number in a text.
     *
     * @param from UTF-16 index of its first character
     * @param to the index after its last digit
     */
    public record Match(int from, int to) {

        public String in(String text) {
            return text.substring(from, to);
        }
    }

    /** All numbers of the text in their order. */
    public static List<Match> scan(String text) {
        return scan(text, index -> false);
    }

    /** @param excluded the positions at which no number begins, such as those of web addresses */
    public static List<Match> scan(String text, IntPredicate excluded) {
        return new PhoneNumberScanner(text, excluded).scan();
    }

    private List<Match> scan() {
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            int end = begins(i) ? numberEnd(i) : i;
            if (end > i) {
                matches.add(new Match(i, end));
            }
            i = Math.max(end, i + 1);
        }
        return matches;
    }

    private boolean begins(int at) {
        char before = at(at - 1);
        boolean inNumber = ".,/-–+".indexOf(before) >= 0 && isDigit(at(at - 2));
        boolean alone = !inNumber && !Character.isLetterOrDigit(before) && before != '+';
        char c = at(at);
        return alone && (c == '0' || (c == '+' && isDigit(at(at + 1)))) && !excluded.test(at);
    }

    /** Where the number that begins there has ended, or where it begins if it is none. */
    private int numberEnd(int from) {
        boolean international = at(from) == '+' || (at(from + 1) == '0' && at(from) == '0');
        int maxDigits = international ? MAX_INTERNATIONAL_DIGITS : MAX_NATIONAL_DIGITS;
        int end = groupEnd(at(from) == '+' ? from + 1 : from, maxDigits);
        int digits = end - from;
        // The country code may stand alone: +1 202 …, 00 381 63 ….
        if (digits < (international ? SHORTEST_COUNTRY_GROUP : SHORTEST_FIRST_GROUP)) {
            return from;
        }
        for (int group = nextGroup(end); group > end; group = nextGroup(end)) {
            int groupEnd = groupEnd(group, maxDigits);
            if (digits + groupEnd - group > maxDigits) {
                break;
            }
            digits += groupEnd - group;
            end = groupEnd;
        }
        boolean whole = digits >= FEWEST_DIGITS && digits <= maxDigits;
        return whole && !Character.isLetterOrDigit(at(end)) ? end : from;
    }

    /** One gap, and one bracket on either side of it: {@code (011) 26}, {@code +381 (0)63}. */
    private int nextGroup(int end) {
        int i = end;
        i += at(i) == ')' ? 1 : 0;
        i += GAPS.indexOf(at(i)) >= 0 ? 1 : 0;
        i += at(i) == '(' ? 1 : 0;
        return isDigit(at(i)) ? i : end;
    }

    // Looks no further than one digit beyond the longest number, so that many beginnings cost no more than few.
    private int groupEnd(int from, int maxDigits) {
        int end = from;
        while (end - from <= maxDigits && isDigit(at(end))) {
            end++;
        }
        return end;
    }

    /** The character there, or the end of a line outside the text. */
    private char at(int index) {
        return index < 0 || index >= text.length() ? '\n' : text.charAt(index);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
