package org.putokaz.lint;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Range of a {@link PlainTextView} in UTF-16 units: start, and end (exclusive). */
public record TextSpan(int from, int to) {

    /** The words of a text: letters with their marks, between whatever is neither. A hyphen parts words. */
    public static List<TextSpan> words(String text) {
        List<TextSpan> words = new ArrayList<>();
        int from = -1;
        int next;
        for (int i = 0; i < text.length(); i = next) {
            int character = text.codePointAt(i);
            next = i + Character.charCount(character);
            boolean letter = Character.isLetter(character);
            if (from < 0 && letter) {
                from = i;
            } else if (from >= 0 && !letter && !LetterTables.isMark(character)) {
                words.add(new TextSpan(from, i));
                from = -1;
            }
        }
        if (from >= 0) {
            words.add(new TextSpan(from, text.length()));
        }
        return words;
    }

    /** The unbroken runs of a set. */
    public static List<TextSpan> runs(BitSet set) {
        List<TextSpan> runs = new ArrayList<>();
        for (int from = set.nextSetBit(0); from >= 0; ) {
            int to = set.nextClearBit(from);
            runs.add(new TextSpan(from, to));
            from = set.nextSetBit(to);
        }
        return runs;
    }

    public String in(String text) {
        return text.substring(from, to);
    }
}
