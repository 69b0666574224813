package org.putokaz.lint.rule;

import java.util.Arrays;
import java.util.OptionalInt;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LetterTables;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;
import org.putokaz.lint.TextSpan;
import org.putokaz.locale.ForeignCyrillic;
import org.putokaz.locale.SerbianTransliterator;

/**
 * Rule L3 in Cyrillic text: letters that Serbian does not have. Those of neighbouring and other Slavic languages are right in a
 * name, such as {@code Ѓорѓи}, and a warning; any other is an error.
 */
final class NonSerbianLetterRule implements LintRule {

    @Override
    public void check(PlainTextView view, FindingCollector findings) {
        for (TextSpan span : view.words()) {
            if (!view.isAddress(span.from())) {
                check(span, view.text(span), findings);
            }
        }
    }

    private static void check(TextSpan span, String word, FindingCollector findings) {
        OptionalInt wrong =
                LetterTables.find(word, character -> isStranger(character) && !ForeignCyrillic.contains(character));
        if (wrong.isPresent()) {
            findings.add(LintCode.LETTER_NOT_SERBIAN, span, LetterTables.described(word, wrong.getAsInt()));
            return;
        }
        OptionalInt foreign = LetterTables.find(word, ForeignCyrillic::contains);
        if (foreign.isPresent()) {
            Object[] described = LetterTables.described(word, foreign.getAsInt());
            Object[] arguments = Arrays.copyOf(described, described.length + 1);
            arguments[described.length] = SerbianTransliterator.text(word);
            findings.add(LintCode.LETTER_OF_ANOTHER_LANGUAGE, span, arguments);
        }
    }

    private static boolean isStranger(int character) {
        return Character.isLetter(character)
                && !LetterTables.isSerbianCyrillic(character)
                && !LetterTables.isLatin(character);
    }
}
