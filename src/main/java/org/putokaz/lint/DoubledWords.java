package org.putokaz.lint;

import java.util.List;

/** L9: the same word twice in a row, also across the end of a line. */
final class DoubledWords implements Rule {

    @Override
    public void check(Reading reading, Findings findings) {
        List<Stretch> words = reading.words();
        for (int i = 1; i < words.size(); i++) {
            Stretch first = words.get(i - 1);
            Stretch second = words.get(i);
            String word = reading.text(first);
            if (word.equalsIgnoreCase(reading.text(second)) && isOnlySpace(first.to(), second.from(), reading)) {
                findings.add(Fault.DOUBLED_WORD, new Stretch(first.from(), second.to()), List.of(word));
            }
        }
    }

    private static boolean isOnlySpace(int from, int to, Reading reading) {
        int lineEnds = 0;
        for (int i = from; i < to; i++) {
            if (reading.at(i) == '\n') {
                lineEnds++;
            } else if (!Letters.isBlank(reading.at(i)) && reading.at(i) != '\r') {
                return false;
            }
        }
        return to > from && lineEnds <= 1;
    }
}
