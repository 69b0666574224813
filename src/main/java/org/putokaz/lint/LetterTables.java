package org.putokaz.lint;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/** Tables of letters: their script, their alphabet, and which of them look alike. */
public final class LetterTables {

    private static final String SERBIAN_CYRILLIC = "АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШабвгдђежзијклљмнњопрстћуфхцчџш"
            // With a grave accent, which tells apart words such as ѝ and и, Unicode knows them as letters of their own.
            + "ЀЍѐѝ";

    // Escaped, because a reader cannot see that the two lines differ.
    private static final String LATIN_ALIKE = "ABCEHJKMOPTXYacejopxy";
    private static final String CYRILLIC_ALIKE = "\u0410\u0412\u0421\u0415\u041D\u0408\u041A\u041C\u041E\u0420\u0422"
            + "\u0425\u0423\u0430\u0441\u0435\u0458\u043E\u0440\u0445\u0443";

    private LetterTables() {}

    public static boolean isLatin(int character) {
        return UScript.getScript(character) == UScript.LATIN;
    }

    public static boolean isCyrillic(int character) {
        return UScript.getScript(character) == UScript.CYRILLIC;
    }

    /** Whether it is one of the letters of the Serbian azbuka. */
    public static boolean isSerbianCyrillic(int character) {
        return SERBIAN_CYRILLIC.indexOf(character) >= 0;
    }

    public static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    public static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    /** A space of any width, or a tab, but not the end of a line. */
    public static boolean isBlank(int character) {
        return character == '\t' || Character.getType(character) == Character.SPACE_SEPARATOR;
    }

    /** The UTF-16 index of the first character for which the test holds. */
    public static OptionalInt find(String text, IntPredicate test) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (test.test(text.codePointAt(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** The same to the eye in Cyrillic throughout, where every Latin letter has a Cyrillic look-alike. */
    public static Optional<String> asCyrillic(String text) {
        return replaced(text, LATIN_ALIKE, CYRILLIC_ALIKE, LetterTables::isLatin);
    }

    /** The same to the eye in Latin throughout, where every Cyrillic letter has a Latin look-alike. */
    public static Optional<String> asLatin(String text) {
        return replaced(text, CYRILLIC_ALIKE, LATIN_ALIKE, LetterTables::isCyrillic);
    }

    private static Optional<String> replaced(String text, String from, String to, IntPredicate mustGo) {
        StringBuilder result = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            int place = from.indexOf(text.charAt(i));
            if (place >= 0) {
                result.setCharAt(i, to.charAt(place));
            } else if (mustGo.test(text.codePointAt(i)) || isMark(text.charAt(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(result.toString());
    }

    /** For example {@code U+0061}. */
    public static String codePoint(int character) {
        return String.format("U+%04X", character);
    }

    /** What a message says of a character that hides in a word: itself, its code point, its position from 1. */
    public static Object[] described(String word, int index) {
        int character = word.codePointAt(index);
        return new Object[] {Character.toString(character), codePoint(character), word.codePointCount(0, index) + 1};
    }

    /** The Unicode name, in English. */
    public static String name(int character) {
        return UCharacter.getExtendedName(character);
    }
}
