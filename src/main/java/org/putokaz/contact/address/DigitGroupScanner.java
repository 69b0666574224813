package org.putokaz.contact.address;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.putokaz.contact.address.PhoneNumberText.Boundary;
import org.putokaz.contact.address.PhoneNumberText.Group;

/** Scanner that splits a part of a typed telephone number into groups of digits. */
final class DigitGroupScanner {

    // Word processors replace the hyphen by U+2010 to U+2013 and U+2212.
    private static final Pattern SEPARATOR = Pattern.compile("[\\p{Zs}/.()\\-\u2010-\u2013\u2212]");

    /** Separator of two numbers; no number contains one. */
    private static final Pattern CONJUNCTION =
            PhoneNumberText.compile("\\p{Zs}*([,;&]|(?<=\\p{Zs})(?:i|ili|и|или|and|or)(?=\\p{Zs}))\\p{Zs}*(?=[0-9+(])");

    private final String value;
    private final int to;
    private final Matcher conjunction;
    private final List<Group> groups = new ArrayList<>();
    private Boundary boundary = Boundary.ORDINARY;
    private int boundaryAt = -1;
    private int position;

    /**
     * @param value the whole text
     * @param from the index at which the part begins; {@code to} is the index after it
     */
    DigitGroupScanner(String value, int from, int to) {
        this.value = value;
        this.position = from;
        this.to = to;
        this.conjunction = CONJUNCTION.matcher(value).useTransparentBounds(true);
    }

    /**
     * The groups in their order.
     *
     * @throws org.putokaz.problem.InvalidValueException {@code phone-not-a-number} for a character that no number has
     */
    List<Group> scan() {
        while (position < to) {
            int end = endOfDigits(position);
            if (end > position) {
                addGroup(end);
            } else if (!groups.isEmpty() && conjunction.region(position, to).lookingAt()) {
                begin(Boundary.CONJUNCTION, conjunction.start(1));
                position = conjunction.end();
            } else {
                passSeparator();
            }
        }
        return groups;
    }

    private void begin(Boundary next, int at) {
        boundary = next;
        boundaryAt = at;
    }

    private void addGroup(int end) {
        if (!groups.isEmpty() && value.charAt(position) == '+') {
            begin(Boundary.CONJUNCTION, position);
        }
        groups.add(new Group(value.substring(position, end), position, end, boundary, boundaryAt));
        boundary = Boundary.ORDINARY;
        position = end;
    }

    private void passSeparator() {
        int character = value.codePointAt(position);
        if (!SEPARATOR.matcher(Character.toString(character)).matches()) {
            throw UnexpectedCharacter.at(value, position).toException("phone-not-a-number");
        }
        if (character == '/' && !groups.isEmpty()) {
            begin(Boundary.SLASH, position);
        }
        position += Character.charCount(character);
    }

    /** The index after the digits that begin at {@code from}; a plus sign may precede them unless a digit precedes it. */
    private int endOfDigits(int from) {
        boolean plus = value.charAt(from) == '+' && (from == 0 || !isDigitOrPlus(value.charAt(from - 1)));
        int end = plus ? from + 1 : from;
        while (end < to && isDigit(value.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigitOrPlus(char character) {
        return isDigit(character) || character == '+';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
