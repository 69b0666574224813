package org.putokaz.lint.rule;

import java.util.List;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LetterTables;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;
import org.putokaz.lint.TextSpan;

/** Rule L9: the same word twice in a row, also across the end of a line. */
final class RepeatedWordRule implements LintRule {

    @Override
    public void check(PlainTextView view, FindingCollector findings) {
        List<TextSpan> words = view.words();
        for (int i = 1; i < words.size(); i++) {
            TextSpan first = words.get(i - 1);
            TextSpan second = words.get(i);
            String word = view.text(first);
            if (word.equalsIgnoreCase(view.text(second)) && isOnlySpace(first.to(), second.from(), view)) {
                findings.add(LintCode.DOUBLED_WORD, new TextSpan(first.from(), second.to()), List.of(word));
            }
        }
    }

    private static boolean isOnlySpace(int from, int to, PlainTextView view) {
        int lineEnds = 0;
        for (int i = from; i < to; i++) {
            if (view.at(i) == '\n') {
                lineEnds++;
            } else if (!LetterTables.isBlank(view.at(i)) && view.at(i) != '\r') {
                return false;
            }
        }
        return to > from && lineEnds <= 1;
    }
}
