package org.putokaz.locale;

/** Classes of characters for which the JDK has no single predicate. */
final class CharacterClasses {

    private CharacterClasses() {}

    /** An accent or another sign that belongs to the letter before it. */
    static boolean isMark(char c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || isMark(c);
    }

    static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isAsciiDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
