package org.putokaz.locale;

import java.util.BitSet;

/**
 * Detector of Cyrillic text that would become markup in Latin: {@code <сцрипт>}, {@code <шема:x>}, {@code &лт;}. It
 * has to stay as it is, or it would smuggle a tag past whatever had checked the original.
 */
final class MarkupLookalikeDetector {

    private final String words;
    private final BitSet found;

    private MarkupLookalikeDetector(String words) {
        this.words = words;
        this.found = new BitSet(words.length());
    }

    /**
     * The positions of what must not become Latin.
     *
     * @param words the text of a block, with its backslashes
     * @param starts where among the words a stretch of the source begins: each line does, and what stands before it, such
     *     as the last backslash of a URL, escapes nothing in it
     * @param canClose whether there is any {@code >} in the block; without one, only the beginning of a line can open HTML
     */
    static BitSet in(String words, BitSet starts, boolean canClose) {
        MarkupLookalikeDetector markup = new MarkupLookalikeDetector(words);
        for (int i = 0; i < words.length(); i++) {
            switch (words.charAt(i)) {
                case '\\' -> i += starts.get(i + 1) ? 0 : 1;
                case '&' -> markup.keepEntity(i);
                case '<' -> {
                    if (canClose || starts.get(i)) {
                        i = markup.keepTag(i) - 1;
                    }
                }
                default -> {}
            }
        }
        return markup.found;
    }

    private void keepEntity(int at) {
        int end = at + 1;
        while (end < words.length() && Character.isLetterOrDigit(words.charAt(end))) {
            end++;
        }
        if (end < words.length() && words.charAt(end) == ';') {
            found.set(at, end);
        }
    }

    private int keepTag(int at) {
        int end = at + 1;
        boolean ascii = true;
        while (end < words.length()
                && !Character.isWhitespace(words.charAt(end))
                && "<>".indexOf(words.charAt(end)) < 0) {
            ascii &= words.charAt(end) < 0x80;
            end++;
        }
        // A name that is Latin already may wait for attributes, which may hold anything.
        boolean waits = ascii
                && end < words.length()
                && CharacterClasses.isAsciiLetter(words.charAt(at + 1))
                && Character.isWhitespace(words.charAt(end));
        int keptEnd = waits ? words.length() : end;
        found.set(at, keptEnd);
        return keptEnd;
    }
}
