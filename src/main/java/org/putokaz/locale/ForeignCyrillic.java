package org.putokaz.locale;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cyrillic letters of Macedonian, Russian, Bulgarian, Ukrainian and Belarusian that Serbian does not have, as they stand in names,
 * and the Latin letters that Serbian usually writes for them: {@code Ѓорѓи} is Đorđi, {@code Толстой} is Tolstoj. It goes letter by
 * letter; the exceptions of Serbian transcription ({@code Достоевский} is Dostojevski) are not known to it, so an editor who
 * wants them writes the Latin text.
 */
public final class ForeignCyrillic {

    private static final Map<Character, String> LATIN = Map.ofEntries(
            Map.entry('ѓ', "đ"),
            Map.entry('ќ', "ć"),
            Map.entry('ѕ', "dz"),
            Map.entry('й', "j"),
            Map.entry('ё', "jo"),
            Map.entry('щ', "šč"),
            Map.entry('ъ', ""),
            Map.entry('ы', "i"),
            Map.entry('ь', ""),
            Map.entry('э', "e"),
            Map.entry('ю', "ju"),
            Map.entry('я', "ja"),
            Map.entry('ґ', "g"),
            Map.entry('є', "je"),
            Map.entry('і', "i"),
            Map.entry('ї', "ji"),
            Map.entry('ў', "u"));

    // Most characters of a text are outside, and need no look into the map.
    private static final char FIRST = 'Ѐ';
    private static final char LAST = 'ґ';

    /** The capitals that become two Latin letters. */
    private static final String CAPITALS_OF_PAIRS = "ЅЁЩЮЯЄЇ";

    private ForeignCyrillic() {}

    /** Whether it is one of these letters, in either case. */
    public static boolean contains(int character) {
        return Character.isBmpCodePoint(character) && LATIN.containsKey(Character.toLowerCase((char) character));
    }

    /**
     * The Latin of one of these letters; null for any other character.
     *
     * @param inCapitals whether a capital letter belongs to a text in capitals, so that both letters of a pair are capital
     */
    static @Nullable String latin(char letter, boolean inCapitals) {
        if (letter < FIRST || letter > LAST) {
            return null;
        }
        char lower = Character.toLowerCase(letter);
        String latin = LATIN.get(lower);
        if (latin == null || letter == lower || latin.isEmpty()) {
            return latin;
        }
        return inCapitals
                ? latin.toUpperCase(Locale.ROOT)
                : latin.substring(0, 1).toUpperCase(Locale.ROOT) + latin.substring(1);
    }

    /** Whether it is a capital letter that becomes two Latin letters. */
    static boolean isCapitalOfPair(char letter) {
        return CAPITALS_OF_PAIRS.indexOf(letter) >= 0;
    }
}
