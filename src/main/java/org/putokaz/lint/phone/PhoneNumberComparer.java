package org.putokaz.lint.phone;

import java.util.regex.Pattern;

/**
 * Comparer of telephone numbers in different spellings, by their digits: a national one is the same as an international one that
 * ends like it. A number without area code is the same as any that ends like it.
 */
public final class PhoneNumberComparer {

    private static final Pattern TRUNK_IN_BRACKETS = Pattern.compile("\\(0\\)");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

    /** One or two digits after a number belong to something else: {@code 063 610 590 24/7}. */
    private static final Pattern LAST_GROUP = Pattern.compile("[^0-9][0-9]{1,2}$");

    private static final int MAX_COUNTRY_CODE_DIGITS = 3;

    /** Fewer digits are a short code, which is compared as a whole. */
    private static final int MIN_LOCAL_DIGITS = 6;

    /** More digits need not agree where one of the numbers has another trunk prefix than zero, as in Russia. */
    private static final int MAX_COMPARED_DIGITS = 9;

    private PhoneNumberComparer() {}

    /** Digits of a number without the prefix that says how it is dialled. */
    private record Digits(String value, Prefix prefix) {

        enum Prefix {
            INTERNATIONAL,
            TRUNK,
            NONE
        }

        static Digits of(String number) {
            String typed = TRUNK_IN_BRACKETS.matcher(number).replaceAll("").strip();
            String digits = NO_DIGIT.matcher(typed).replaceAll("");
            if (typed.startsWith("+")) {
                return new Digits(digits, Prefix.INTERNATIONAL);
            } else if (digits.startsWith("00")) {
                return new Digits(digits.substring(2), Prefix.INTERNATIONAL);
            }
            return digits.startsWith("0")
                    ? new Digits(digits.substring(1), Prefix.TRUNK)
                    : new Digits(digits, Prefix.NONE);
        }
    }

    /** Whether the text shows the number, with or without one or two digits more that a reader does not dial. */
    public static boolean isShown(String number, String text) {
        return isSame(number, text) || isSame(number, LAST_GROUP.matcher(text).replaceFirst(""));
    }

    static boolean isSame(String one, String other) {
        Digits first = Digits.of(one);
        Digits second = Digits.of(other);
        if (first.prefix() == Digits.Prefix.NONE || second.prefix() == Digits.Prefix.NONE) {
            return endAlike(first.value(), second.value());
        } else if (first.prefix() == second.prefix()) {
            return first.value().equals(second.value());
        }
        return first.prefix() == Digits.Prefix.INTERNATIONAL
                ? isInCountry(first.value(), second.value())
                : isInCountry(second.value(), first.value());
    }

    private static boolean isInCountry(String international, String national) {
        int countryCode = international.length() - national.length();
        return countryCode > 0 && countryCode <= MAX_COUNTRY_CODE_DIGITS && international.endsWith(national);
    }

    private static boolean endAlike(String first, String second) {
        int shorter = Math.min(first.length(), second.length());
        if (shorter < MIN_LOCAL_DIGITS) {
            return first.equals(second);
        }
        int compared = Math.min(shorter, MAX_COMPARED_DIGITS);
        return first.regionMatches(first.length() - compared, second, second.length() - compared, compared);
    }
}
