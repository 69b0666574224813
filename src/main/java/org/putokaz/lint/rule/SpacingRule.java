package org.putokaz.lint.rule;

import java.util.List;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LetterTables;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;
import org.putokaz.lint.TextSpan;

/** Rule L9: spaces where none belong, too many of them, of the wrong kind, or none behind a mark. */
final class SpacingRule implements LintRule {

    private static final String NONE_BEFORE = ",.;:!?)";
    private static final String ONE_AFTER = ",;:!?";
    private static final int SHORTEST_LAST_WORD = 3;

    @Override
    public void check(PlainTextView view, FindingCollector findings) {
        for (int i = 0; i < view.length(); ) {
            int end = i;
            while (end < view.length() && LetterTables.isBlank(view.at(end))) {
                end++;
            }
            if (end > i) {
                blanks(new TextSpan(i, end), view, findings);
            } else if (lacksSpace(i, view)) {
                findings.add(LintCode.NO_SPACE_AFTER_MARK, new TextSpan(i, i + 1), List.of(view.at(i) + " "));
            }
            i = Math.max(end, i + 1);
        }
    }

    private static void blanks(TextSpan run, PlainTextView view, FindingCollector findings) {
        if (endsLine(view.at(run.from() - 1)) || endsLine(view.at(run.to()))) {
            findings.add(LintCode.SPACE_AT_EDGE, run, List.of(""));
        } else if (isSetOff(run.to(), view)) {
            String mark = String.valueOf(view.at(run.to()));
            findings.add(LintCode.SPACE_BEFORE_MARK, new TextSpan(run.from(), run.to() + 1), List.of(mark), mark);
        } else if (run.to() - run.from() > 1) {
            findings.add(LintCode.DOUBLE_SPACE, run, List.of(" "));
        } else if (view.at(run.from()) != ' ' && !isBound(run, view)) {
            int character = view.at(run.from());
            findings.add(
                    LintCode.ODD_SPACE,
                    run,
                    List.of(" "),
                    LetterTables.codePoint(character),
                    LetterTables.name(character));
        }
    }

    private static boolean endsLine(char c) {
        return c == '\n' || c == '\r';
    }

    /** A mark that belongs to the word before it; the dot of {@code .срб} and the eyes of a smiley do not. */
    private static boolean isSetOff(int at, PlainTextView view) {
        char mark = view.at(at);
        char next = view.at(at + 1);
        return switch (mark) {
            case '.', ':' -> !Character.isLetterOrDigit(next) && NONE_BEFORE.indexOf(next) < 0;
            default -> NONE_BEFORE.indexOf(mark) >= 0;
        };
    }

    /** A no-break space holds a number or an initial to what follows it, or a word to a number or a dash. */
    private static boolean isBound(TextSpan run, PlainTextView view) {
        char space = view.at(run.from());
        char before = view.at(run.from() - 1);
        char after = view.at(run.to());
        return (space == '\u00A0' || space == '\u202F')
                && (LetterTables.isDigit(before)
                        || before == '.'
                        || LetterTables.isDigit(after)
                        || after == '–'
                        || after == '—');
    }

    private static boolean lacksSpace(int at, PlainTextView view) {
        char before = view.at(at - 1);
        char after = view.at(at + 1);
        if (view.isAddress(at) || !Character.isLetter(after)) {
            return false;
        }
        if (view.at(at) == '.') {
            return endsSentence(at, view) && Character.isUpperCase(after);
        }
        boolean afterText = Character.isLetterOrDigit(before) || "”“\")".indexOf(before) >= 0;
        return ONE_AFTER.indexOf(view.at(at)) >= 0 && afterText;
    }

    /** Behind a short word the dot may end an abbreviation. */
    private static boolean endsSentence(int dot, PlainTextView view) {
        for (int i = 1; i <= SHORTEST_LAST_WORD; i++) {
            if (!Character.isLowerCase(view.at(dot - i))) {
                return false;
            }
        }
        return true;
    }
}
