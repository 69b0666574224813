package org.putokaz.organisation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.putokaz.live.family.ContentViolations;

/**
 * Rules for the numbers of a unit in public registers. The schemes are an open list of lower-case words. Of two the form of the
 * number is known:
 *
 * <ul>
 *   <li>{@code rs-mb}: registration number of Serbia (матични број), 8 digits. Its last digit is not checked, as no published
 *       source of the formula was found.
 *   <li>{@code rs-pib}: tax number of Serbia (ПИБ), 9 digits, the last of which is the check digit by ISO 7064 MOD 11,10.
 * </ul>
 *
 * The value of any other scheme is a text of at most {@value #MAX_VALUE_LENGTH} characters.
 */
final class IdentifierRules {

    static final String REGISTRATION_NUMBER = "rs-mb";
    static final String TAX_NUMBER = "rs-pib";

    static final int MAX_VALUE_LENGTH = 50;
    static final int MAX_SCHEME_LENGTH = 30;

    private static final int REGISTRATION_NUMBER_LENGTH = 8;
    private static final int TAX_NUMBER_LENGTH = 9;

    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** Text without blanks at its ends, and without control characters and line breaks. */
    private static final Pattern LINE = Pattern.compile("[^\\s\\p{C}]([^\\v\\p{C}]*[^\\s\\p{C}])?");

    private IdentifierRules() {}

    static void check(String pointer, List<UnitContent.Identifier> identifiers, ContentViolations violations) {
        violations.checkSize(pointer, identifiers);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < identifiers.size(); i++) {
            String scheme = identifiers.get(i).scheme();
            String value = identifiers.get(i).value();
            violations.checkRequired(pointer + "/" + i + "/scheme", scheme);
            violations.checkRequired(pointer + "/" + i + "/value", value);
            if (scheme != null) {
                checkScheme(pointer + "/" + i + "/scheme", scheme, seen, violations);
            }
            if (scheme != null && value != null) {
                checkValue(pointer + "/" + i + "/value", scheme, value, violations);
            }
        }
    }

    private static void checkScheme(String pointer, String scheme, Set<String> seen, ContentViolations violations) {
        if (scheme.length() > MAX_SCHEME_LENGTH || !SCHEME.matcher(scheme).matches()) {
            violations.add(pointer, "not-a-scheme", MAX_SCHEME_LENGTH);
        } else if (!seen.add(scheme)) {
            violations.add(pointer, "scheme-repeated", scheme);
        }
    }

    private static void checkValue(String pointer, String scheme, String value, ContentViolations violations) {
        if (value.length() > MAX_VALUE_LENGTH || !LINE.matcher(value).matches()) {
            violations.add(pointer, "not-an-identifier", MAX_VALUE_LENGTH);
            return;
        }
        switch (scheme) {
            case REGISTRATION_NUMBER -> checkDigits(pointer, scheme, value, REGISTRATION_NUMBER_LENGTH, violations);
            case TAX_NUMBER -> {
                if (checkDigits(pointer, scheme, value, TAX_NUMBER_LENGTH, violations)) {
                    checkTaxNumber(pointer, value, violations);
                }
            }
            default -> {}
        }
    }

    private static boolean checkDigits(
            String pointer, String scheme, String value, int length, ContentViolations violations) {
        boolean right = value.length() == length && DIGITS.matcher(value).matches();
        if (!right) {
            violations.add(pointer, "identifier-not-digits", value, scheme, length);
        }
        return right;
    }

    private static void checkTaxNumber(String pointer, String value, ContentViolations violations) {
        int last = TAX_NUMBER_LENGTH - 1;
        if (value.charAt(last) - '0' != checkDigit(value.substring(0, last))) {
            violations.add(pointer, "identifier-check-digit", value);
        }
    }

    /** The check digit of ISO 7064 MOD 11,10. */
    private static int checkDigit(String digits) {
        int product = 10;
        for (char digit : digits.toCharArray()) {
            int sum = (product + digit - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
    }
}
