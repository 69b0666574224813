package org.putokaz.lint;

import java.util.List;

/** L9: the same word twice in a row, also across the end of a line. */
final class RepeatedWordRule implements LintRule {

    @Override
    public void check(PlainTextView reading, FindingCollector findings) {
        List<TextSpan> words = reading.words();
        for (int i = 1; i < words.size(); i++) {
            TextSpan first = words.get(i - 1);
            TextSpan second = words.get(i);
            String word = reading.text(first);
            if (word.equalsIgnoreCase(reading.text(second)) && isOnlySpace(first.to(), second.from(), reading)) {
                findings.add(LintCode.DOUBLED_WORD, new TextSpan(first.from(), second.to()), List.of(word));
            }
        }
    }

    private static boolean isOnlySpace(int from, int to, PlainTextView reading) {
        int lineEnds = 0;
        for (int i = from; i < to; i++) {
            if (reading.at(i) == '\n') {
                lineEnds++;
            } else if (!LetterTables.isBlank(reading.at(i)) && reading.at(i) != '\r') {
                return false;
            }
        }
        return to > from && lineEnds <= 1;
    }
}
