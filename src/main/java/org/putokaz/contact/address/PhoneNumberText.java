package org.putokaz.contact.address;

import com.ibm.icu.text.Normalizer2;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.InvalidValueException;

/**
 * Typed telephone number, split into groups of digits and extension before the library parses it. The library takes
 * letters for keys of a keypad: it would dial "lok." and accept a Cyrillic О.
 *
 * @param value as typed, trimmed, in NFC
 * @param start the index in {@code value} after a leading "тел."
 * @param groups of digits in their order; at least one
 * @param extension the digits after "лок.", or null
 */
record PhoneNumberText(
        String value,
        int start,
        List<Group> groups,
        @Nullable String extension) {

    /** In characters; enough for a number with label and extension. */
    static final int MAX_LENGTH = 64;

    private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");
    private static final Pattern BLANKS = Pattern.compile("\\p{Zs}+");
    private static final Pattern LABEL = compile(
            "^(?:(?:telefon|tel|mobilni|mob|fiksni|телефон|тел|мобилни|моб|фиксни)\\p{Zs}*[.:]{0,2}\\p{Zs}*){1,2}");
    private static final Pattern EXTENSION = compile("[\\p{Zs},;(]*"
            + "(?:lokal|lok|локал|лок|extension|ext|mellék|durchwahl|dw|(?<=[0-9\\p{Zs}])[xх])"
            + "\\p{Zs}*[.:=]{0,2}\\p{Zs}*([0-9]{1,7})\\)?$");

    /** How a group of digits is separated from the one before. */
    enum Boundary {
        /** Nothing before it, or what may stand within a number: a blank, a hyphen, a dot or brackets. */
        ORDINARY,
        /** A slash, which follows an area code or separates two numbers. */
        SLASH,
        /** A comma or a word, or a plus sign after other digits: a second number begins. */
        CONJUNCTION
    }

    /**
     * Digits without anything between them.
     *
     * @param digits with a plus sign before them if there is one
     * @param start the index of the first in the text; {@code end} is the index after the last
     * @param boundaryAt the index of the slash or conjunction before them; of no meaning for an ordinary boundary
     */
    record Group(String digits, int start, int end, Boundary boundary, int boundaryAt) {}

    /**
     * @throws InvalidValueException {@code phone-text-too-long}, {@code phone-without-digits} or {@code
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
        List<Group> groups = new DigitGroupScanner(value, start, extended ? extension.start() : value.length()).scan();
        if (groups.isEmpty()) {
            throw new InvalidValueException("phone-without-digits", value);
        }
        return new PhoneNumberText(value, start, groups, extended ? extension.group(1) : null);
    }

    /** As typed, without a leading "тел." and with plain blanks. */
    String display() {
        return withPlainBlanks(value.substring(start));
    }

    /** The ASCII digits in their order, after a plus sign if there was one. */
    String dialled() {
        return dialled(0, groups.size());
    }

    /** The digits of the groups {@code from} to {@code to}, the latter excluded. */
    String dialled(int from, int to) {
        return groups.subList(from, to).stream().map(Group::digits).collect(Collectors.joining());
    }

    /** The text of the groups {@code from} to {@code to}, the latter excluded, with what stands between them. */
    String textOf(int from, int to) {
        int begin = from == 0 ? start : groups.get(from).start();
        return withPlainBlanks(value.substring(begin, groups.get(to - 1).end()));
    }

    private static String withPlainBlanks(String text) {
        return BLANKS.matcher(text).replaceAll(" ");
    }

    static Pattern compile(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
