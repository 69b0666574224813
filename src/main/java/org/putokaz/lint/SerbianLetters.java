package org.putokaz.lint;

import java.util.OptionalInt;

/** L3: in a Cyrillic text, letters that Serbian does not have, such as й, ы or the Macedonian ѕ. */
final class SerbianLetters implements Rule {

    @Override
    public void check(Reading reading, Findings findings) {
        for (Stretch stretch : reading.words()) {
            String word = reading.text(stretch);
            OptionalInt stranger = Letters.find(word, SerbianLetters::isStranger);
            if (stranger.isPresent() && !reading.isAddress(stretch.from())) {
                findings.add(Fault.LETTER_NOT_SERBIAN, stretch, Letters.described(word, stranger.getAsInt()));
            }
        }
    }

    private static boolean isStranger(int character) {
        return Character.isLetter(character) && !Letters.isSerbianCyrillic(character) && !Letters.isLatin(character);
    }
}
