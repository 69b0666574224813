package org.putokaz.lint;

import java.util.OptionalInt;

/** L3: in a Cyrillic text, letters that Serbian does not have, such as й, ы or the Macedonian ѕ. */
final class NonSerbianLetterRule implements LintRule {

    @Override
    public void check(PlainTextView reading, FindingCollector findings) {
        for (TextSpan stretch : reading.words()) {
            String word = reading.text(stretch);
            OptionalInt stranger = LetterTables.find(word, NonSerbianLetterRule::isStranger);
            if (stranger.isPresent() && !reading.isAddress(stretch.from())) {
                findings.add(LintCode.LETTER_NOT_SERBIAN, stretch, LetterTables.described(word, stranger.getAsInt()));
            }
        }
    }

    private static boolean isStranger(int character) {
        return Character.isLetter(character)
                && !LetterTables.isSerbianCyrillic(character)
                && !LetterTables.isLatin(character);
    }
}
