package org.putokaz.lint.rule;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;
import org.putokaz.lint.TextSpan;

/** Rule L4: the Roman numeral X typed as the Cyrillic Х: {@code ХХ век} becomes {@code HH vek} in Latin. */
final class RomanNumeralRule implements LintRule {

    private static final char CYRILLIC_X = '\u0425';

    /** What is counted in Roman numerals; the beginnings of the words in all cases. */
    private static final List<String> COUNTED = List.of("век", "конгрес", "разред");

    private static final Pattern GAP = Pattern.compile("\\.?[ \u00A0\n]{1,2}");

    @Override
    public void check(PlainTextView view, FindingCollector findings) {
        List<TextSpan> words = view.words();
        for (int i = 0; i < words.size(); i++) {
            TextSpan word = words.get(i);
            int length = word.to() - word.from();
            boolean onlyX = view.text(word).chars().allMatch(c -> c == CYRILLIC_X);
            if (onlyX && (length > 1 || (i + 1 < words.size() && counts(word, words.get(i + 1), view)))) {
                findings.add(LintCode.ROMAN_NUMERAL_IN_CYRILLIC, word, List.of("X".repeat(length)));
            }
        }
    }

    private static boolean counts(TextSpan numeral, TextSpan word, PlainTextView view) {
        String between = view.text(new TextSpan(numeral.to(), word.from()));
        String next = view.text(word).toLowerCase(Locale.ROOT);
        return GAP.matcher(between).matches() && COUNTED.stream().anyMatch(next::startsWith);
    }
}
