package org.putokaz.contact.address;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.putokaz.problem.InvalidValueException;

/**
 * Character that is not allowed at its position. Errors give its name and position, because it may be invisible or
 * look like an allowed one.
 *
 * @param display the character itself, or its code point when it is invisible
 * @param codePoint for example {@code U+0430}
 * @param name its Unicode name, in English
 * @param position counted in characters from 1
 */
record UnexpectedCharacter(String display, String codePoint, String name, int position) {

    /** @param index in UTF-16 units */
    static UnexpectedCharacter at(String text, int index) {
        int character = text.codePointAt(index);
        String codePoint = String.format("U+%04X", character);
        return new UnexpectedCharacter(
                isVisible(character) ? Character.toString(character) : codePoint,
                codePoint,
                UCharacter.getExtendedName(character),
                text.codePointCount(0, index) + 1);
    }

    /** The UTF-16 index of the first character that matches. */
    static OptionalInt find(String text, IntPredicate test) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (test.test(text.codePointAt(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** @throws InvalidValueException with the code when the text has an invisible character */
    static void rejectInvisible(String text, String code) {
        find(text, character -> !isVisible(character)).ifPresent(index -> {
            throw at(text, index).toException(code);
        });
    }

    /**
     * Whether the character is visible: no blank, control or format character, none that is unassigned or private,
     * and none that software may ignore, as host names do with the soft hyphen.
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

    /** The message arguments are {0} display, {1} code point, {2} name, {3} position. */
    InvalidValueException toException(String code) {
        return new InvalidValueException(code, display, codePoint, name, position);
    }
}
