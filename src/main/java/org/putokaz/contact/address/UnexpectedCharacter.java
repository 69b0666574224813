package org.putokaz.contact.address;

import org.putokaz.problem.InvalidValueException;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * A character that has no place where it stands. It exists because the eye cannot find it: a refusal has to name the
 * letter and count the position.
 *
 * @param shown the character itself, or its number when it would be invisible or would disturb the text around it
 * @param codePoint for example {@code U+0430}
 * @param name its Unicode name, in English
 * @param position counted in characters from 1
 */
record UnexpectedCharacter(String shown, String codePoint, String name, int position) {

    /** The one at this UTF-16 index of the text. */
    static UnexpectedCharacter at(String text, int index) {
        int character = text.codePointAt(index);
        String codePoint = String.format("U+%04X", character);
        return new UnexpectedCharacter(
                isVisible(character) ? Character.toString(character) : codePoint,
                codePoint,
                UCharacter.getExtendedName(character),
                text.codePointCount(0, index) + 1);
    }

    /** The UTF-16 index of the first character for which the test holds. */
    static OptionalInt find(String text, IntPredicate test) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (test.test(text.codePointAt(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Refuses text with anything that a reader cannot see. */
    static void refuseInvisible(String text, String code) {
        find(text, character -> !isVisible(character)).ifPresent(index -> {
            throw at(text, index).toException(code);
        });
    }

    /**
     * Whether a reader can see the character: no blank, no control, no format character, nothing unassigned or private,
     * and nothing that software is free to ignore, as host names do with the soft hyphen.
     */
    static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
        };
    }

    /** A refusal whose message has the places {0} shown, {1} code point, {2} name, {3} position. */
    InvalidValueException toException(String code) {
        return new InvalidValueException(code, shown, codePoint, name, position);
    }
}
