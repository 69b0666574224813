package org.putokaz.lint.rule;

import java.util.ArrayList;
import java.util.List;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LetterTables;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;
import org.putokaz.lint.TextSpan;

/**
 * Rule L1: a letter typed for a digit (О for 0, З for 3, I for 1). A person who dials such a number may guess right;
 * a telephone cannot.
 */
final class LetterForDigitRule implements LintRule {

    private static final String LETTERS = "\u041E\u043EOo\u0417\u0437I\u0406";
    private static final String DIGITS = "00003311";

    /** The fewest characters of a telephone number, below which {@code 22О} may be the number of a house. */
    private static final int SHORTEST_NUMBER = 6;

    private static final int WIDEST_GAP = 2;
    private static final String GAPS = " \u00A0/-\u2013.()+";

    private final boolean onlyInNumbers;

    /**
     * @param onlyInNumbers whether to look only at what is long enough for a telephone number or a date; otherwise every
     *     Cyrillic look-alike beside a digit counts
     */
    LetterForDigitRule(boolean onlyInNumbers) {
        this.onlyInNumbers = onlyInNumbers;
    }

    @Override
    public void check(PlainTextView view, FindingCollector findings) {
        List<TextSpan> number = new ArrayList<>();
        for (TextSpan token : tokens(view.text())) {
            String text = view.text(token);
            if (!onlyInNumbers) {
                reportInAddress(token, text, findings);
            } else if (!isNumeric(text)) {
                report(number, view, findings);
            } else {
                if (!number.isEmpty() && !joined(number.get(number.size() - 1), token, view.text())) {
                    report(number, view, findings);
                }
                number.add(token);
            }
        }
        report(number, view, findings);
    }

    private static void report(List<TextSpan> number, PlainTextView view, FindingCollector findings) {
        int length =
                number.stream().mapToInt(token -> token.to() - token.from()).sum();
        if (length >= SHORTEST_NUMBER) {
            for (TextSpan token : number) {
                report(token, view.text(token), findings);
            }
        }
        number.clear();
    }

    private static void reportInAddress(TextSpan token, String text, FindingCollector findings) {
        for (int i = 0; i < text.length(); i++) {
            boolean beside = (i > 0 && LetterTables.isDigit(text.charAt(i - 1)))
                    || (i + 1 < text.length() && LetterTables.isDigit(text.charAt(i + 1)));
            if (beside && LetterTables.isCyrillic(text.charAt(i)) && LETTERS.indexOf(text.charAt(i)) >= 0) {
                report(token, text, findings);
                return;
            }
        }
    }

    private static void report(TextSpan token, String text, FindingCollector findings) {
        StringBuilder digits = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            int place = LETTERS.indexOf(text.charAt(i));
            if (place >= 0) {
                digits.setCharAt(i, DIGITS.charAt(place));
            }
        }
        if (!text.contentEquals(digits)) {
            findings.add(LintCode.LETTER_FOR_DIGIT, token, isNumeric(text) ? List.of(digits.toString()) : List.of());
        }
    }

    /** Digits with nothing but look-alikes among them, and at least one true digit: {@code О} alone is a word. */
    private static boolean isNumeric(String token) {
        return token.chars().anyMatch(LetterTables::isDigit)
                && token.chars().allMatch(c -> LetterTables.isDigit(c) || LETTERS.indexOf(c) >= 0);
    }

    private static boolean joined(TextSpan before, TextSpan after, String text) {
        return after.from() - before.to() <= WIDEST_GAP
                && text.substring(before.to(), after.from()).chars().allMatch(c -> GAPS.indexOf(c) >= 0);
    }

    private static List<TextSpan> tokens(String text) {
        List<TextSpan> tokens = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (inside && from < 0) {
                from = i;
            } else if (!inside && from >= 0) {
                tokens.add(new TextSpan(from, i));
                from = -1;
            }
        }
        return tokens;
    }
}
