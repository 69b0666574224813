package org.putokaz.contact.address;

import com.ibm.icu.text.Normalizer2;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.InvalidValueException;

/**
 * Typed telephone number, split into digits and extension before the library parses it. The library takes letters for
 * keys of a keypad: it would dial "lok." and accept a Cyrillic О.
 *
 * @param value as typed, trimmed, in NFC
 * @param display the same without a leading "тел." and with plain blanks
 * @param dialled the ASCII digits in their order, after a plus sign if there was one
 * @param extension the digits after "лок.", or null
 */
record PhoneNumberText(
        String value,
        String display,
        String dialled,
        @Nullable String extension) {

    /** In characters; enough for a number with label and extension. */
    static final int MAX_LENGTH = 64;

    private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");
    private static final Pattern BLANKS = Pattern.compile("\\p{Zs}+");
    private static final Pattern LABEL = compile("^(?:telefon|tel|mob|телефон|тел|моб)\\p{Zs}*[.:]{0,2}\\p{Zs}*");
    private static final Pattern EXTENSION =
            compile("[\\p{Zs},;]*(?:lokal|lok|локал|лок|ext)\\p{Zs}*[.:=]{0,2}\\p{Zs}*([0-9]{1,7})$");

    // Word processors replace the hyphen by U+2010 to U+2013 and U+2212.
    private static final Pattern SEPARATOR = Pattern.compile("[\\p{Zs}/.()\\-\u2010-\u2013\u2212]");

    /**
     * @throws InvalidValueException {@code phone-text-too-long}, {@code phone-too-short} or {@code
     * phone-not-a-number}
     */
    static PhoneNumberText of(String typed) {
        if (typed.length() > MAX_LENGTH) {
            throw new InvalidValueException("phone-text-too-long", MAX_LENGTH);
        }
        String value =
                EDGES.matcher(Normalizer2.getNFCInstance().normalize(typed)).replaceAll("");
        Matcher label = LABEL.matcher(value);
        int start = label.find() ? label.end() : 0;
        Matcher extension = EXTENSION.matcher(value);
        boolean extended = extension.find(start);
        String dialled = digits(value, start, extended ? extension.start() : value.length());
        if (dialled.isEmpty()) {
            throw new InvalidValueException("phone-too-short", value);
        }
        String display = BLANKS.matcher(value.substring(start)).replaceAll(" ");
        return new PhoneNumberText(value, display, dialled, extended ? extension.group(1) : null);
    }

    boolean hasCountryCode() {
        return dialled.startsWith("+");
    }

    private static String digits(String value, int from, int to) {
        StringBuilder dialled = new StringBuilder();
        int character;
        for (int i = from; i < to; i += Character.charCount(character)) {
            character = value.codePointAt(i);
            boolean leadingPlus = character == '+' && dialled.isEmpty();
            if (leadingPlus || (character >= '0' && character <= '9')) {
                dialled.append((char) character);
            } else if (!SEPARATOR.matcher(Character.toString(character)).matches()) {
                throw UnexpectedCharacter.at(value, i).toException("phone-not-a-number");
            }
        }
        return dialled.toString();
    }

    private static Pattern compile(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
