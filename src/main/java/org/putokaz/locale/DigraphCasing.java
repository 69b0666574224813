package org.putokaz.locale;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Casing of the Latin digraphs: which {@code Љ Њ Џ} belong to text in capitals and become {@code LJ NJ DŽ} rather
 * than {@code Lj Nj Dž}. Inside a word the next letter tells, at its end the one before; a letter that stands alone
 * goes by the neighbouring words of its sentence, so {@code ОДЕЉЕЊЕ Љ} but {@code Одељење Љ} and {@code Љ. Петровић}.
 */
final class DigraphCasing {

    private static final String DIGRAPHS = "ЉЊЏ";
    private static final String SENTENCE_ENDS = ".!?…\n";

    private final CharSequence text;
    private final List<Word> words = new ArrayList<>();

    private record Word(int start, int end) {}

    private DigraphCasing(CharSequence text, BitSet kept) {
        this.text = text;
        int start = 0;
        while (start < text.length()) {
            int end = start;
            while (end < text.length() && !kept.get(end) && continuesWord(end, start)) {
                end++;
            }
            if (end > start) {
                words.add(new Word(start, end));
            }
            start = Math.max(end, start + 1);
        }
    }

    static BitSet of(CharSequence text, BitSet kept) {
        DigraphCasing capitals = new DigraphCasing(text, kept);
        BitSet found = new BitSet(text.length());
        for (int i = 0; i < capitals.words.size(); i++) {
            Word word = capitals.words.get(i);
            for (int at = word.start; at < word.end; at++) {
                found.set(at, isCapitalOfPair(text.charAt(at)) && capitals.inCapitals(i, at));
            }
        }
        return found;
    }

    private static boolean isCapitalOfPair(char letter) {
        return DIGRAPHS.indexOf(letter) >= 0 || ForeignCyrillic.isCapitalOfPair(letter);
    }

    private boolean continuesWord(int at, int start) {
        char letter = text.charAt(at);
        return Character.isLetter(letter) || (at > start && CharacterClasses.isMark(letter));
    }

    private boolean inCapitals(int index, int at) {
        Word word = words.get(index);
        for (int next = at + 1; next < word.end; next++) {
            if (Character.isLetter(text.charAt(next))) {
                return Character.isUpperCase(text.charAt(next));
            }
        }
        for (int previous = at - 1; previous >= word.start; previous--) {
            if (Character.isLetter(text.charAt(previous))) {
                return Character.isUpperCase(text.charAt(previous));
            }
        }
        return besideCapitals(index, index - 1) || besideCapitals(index, index + 1);
    }

    private boolean besideCapitals(int index, int neighbour) {
        if (neighbour < 0 || neighbour >= words.size()) {
            return false;
        }
        Word first = words.get(Math.min(index, neighbour));
        Word second = words.get(Math.max(index, neighbour));
        return allCapitals(words.get(neighbour))
                && text.subSequence(first.end, second.start).chars().noneMatch(c -> SENTENCE_ENDS.indexOf(c) >= 0);
    }

    private boolean allCapitals(Word word) {
        int capitals = 0;
        for (int i = word.start; i < word.end; i++) {
            char letter = text.charAt(i);
            if (Character.isLowerCase(letter)) {
                return false;
            }
            capitals += Character.isUpperCase(letter) ? 1 : 0;
        }
        return capitals > 1;
    }
}
