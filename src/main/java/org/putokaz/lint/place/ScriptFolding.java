package org.putokaz.lint.place;

/**
 * Folding of Serbian text that makes Cyrillic, Latin, and Latin without diacritics the same, one character for each
 * character, so that a position in the result is one in the text. The letters љ, њ, џ become {@code ľ}, {@code ň},
 * {@code ǆ}: patterns are written in plain Latin and turned into those that match both by {@link #pattern}. Capital
 * letters stay capital.
 */
final class ScriptFolding {

    private static final String CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш";
    private static final String CYRILLIC_FOLDED = "abvgddezzijklľmnňoprstcufhccǆs";
    private static final String LATIN = "čćđšž";
    private static final String LATIN_FOLDED = "ccdsz";

    private ScriptFolding() {}

    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(fold(text.charAt(i)));
        }
        return folded.toString();
    }

    private static char fold(char character) {
        char lower = Character.toLowerCase(character);
        char folded = foldLowerCase(lower);
        if (folded != lower) {
            return lower == character ? folded : Character.toUpperCase(folded);
        }
        return character == '\u00A0' || character == '\u202F' || character == '\t' ? ' ' : character;
    }

    private static char foldLowerCase(char lower) {
        int cyrillic = CYRILLIC.indexOf(lower);
        if (cyrillic >= 0) {
            return CYRILLIC_FOLDED.charAt(cyrillic);
        }
        int latin = LATIN.indexOf(lower);
        return latin >= 0 ? LATIN_FOLDED.charAt(latin) : lower;
    }

    /** The regular expression, written in Latin letters without diacritics, for folded text of both scripts. */
    static String pattern(String latin) {
        return latin.replace("lj", "(?:lj|ľ)").replace("nj", "(?:nj|ň)").replace("dz", "(?:dz|ǆ)");
    }
}
