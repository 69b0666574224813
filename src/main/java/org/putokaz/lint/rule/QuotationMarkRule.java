package org.putokaz.lint.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LetterTables;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;
import org.putokaz.lint.TextSpan;

/**
 * Rule L10: the typewriter's {@code "}, and two kinds of quotation marks in one text. Unicode's data for Serbian has
 * „ ”; „ “ is as common, and either may be used.
 */
final class QuotationMarkRule implements LintRule {

    private static final char LOW = '„';
    private static final char LEFT = '“';
    private static final char RIGHT = '”';
    private static final String GUILLEMETS = "«»";
    private static final String OPENERS = "([{–—„“»«/\n\r";

    private final boolean serbian;

    QuotationMarkRule(boolean serbian) {
        this.serbian = serbian;
    }

    @Override
    public void check(PlainTextView view, FindingCollector findings) {
        Kinds kinds = new Kinds();
        for (int i = 0; i < view.length(); i++) {
            char c = view.at(i);
            if (c == '"') {
                straight(i, view, findings);
                continue;
            }
            String kind = kinds.closedBy(c);
            if (kind != null && !kind.equals(kinds.first)) {
                mixed(new TextSpan(i, i + 1), kind, kinds.first, findings);
            }
        }
    }

    private void straight(int at, PlainTextView view, FindingCollector findings) {
        char before = view.at(at - 1);
        boolean opens = LetterTables.isBlank(before) || OPENERS.indexOf(before) >= 0;
        char opener = serbian ? LOW : LEFT;
        String mark = String.valueOf(opens ? opener : RIGHT);
        findings.add(LintCode.STRAIGHT_QUOTES, new TextSpan(at, at + 1), List.of(mark), opener + "…" + RIGHT);
    }

    /** Where only the closing mark differs, it is put right; anything else is for a person. */
    private static void mixed(TextSpan span, String kind, String first, FindingCollector findings) {
        boolean sameOpener = kind.charAt(0) == first.charAt(0);
        List<String> suggestions = sameOpener ? List.of(first.substring(first.length() - 1)) : List.of();
        findings.add(LintCode.MIXED_QUOTES, span, suggestions, first, kind);
    }

    /** Follows the marks through a text: “ closes what „ opened, and opens otherwise. */
    private static final class Kinds {

        private String first = "";
        private boolean low;
        private boolean high;

        /** The kind of quotation that ends with this character, if one does. */
        @Nullable
        String closedBy(char c) {
            String kind = null;
            if (c == LOW) {
                low = true;
            } else if (c == LEFT && !low) {
                high = true;
            } else if ((c == LEFT || c == RIGHT) && low) {
                kind = "" + LOW + '…' + c;
                low = false;
            } else if (c == RIGHT && high) {
                kind = "" + LEFT + '…' + RIGHT;
                high = false;
            } else if (GUILLEMETS.indexOf(c) >= 0) {
                kind = "»…«";
            }
            if (kind != null && first.isEmpty()) {
                first = kind;
            }
            return kind;
        }
    }
}
