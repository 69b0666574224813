package org.putokaz.lint.rule;

import java.util.OptionalInt;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LetterTables;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;
import org.putokaz.lint.TextSpan;

/** Rule L3 in Cyrillic text: letters that Serbian does not have, such as й, ы or the Macedonian ѕ. */
final class NonSerbianLetterRule implements LintRule {

    @Override
    public void check(PlainTextView view, FindingCollector findings) {
        for (TextSpan span : view.words()) {
            String word = view.text(span);
            OptionalInt stranger = LetterTables.find(word, NonSerbianLetterRule::isStranger);
            if (stranger.isPresent() && !view.isAddress(span.from())) {
                findings.add(LintCode.LETTER_NOT_SERBIAN, span, LetterTables.described(word, stranger.getAsInt()));
            }
        }
    }

    private static boolean isStranger(int character) {
        return Character.isLetter(character)
                && !LetterTables.isSerbianCyrillic(character)
                && !LetterTables.isLatin(character);
    }
}
