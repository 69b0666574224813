package org.putokaz.lint;

/** Rule of the linter, applied to every text. It makes a fixed number of passes over the text, whatever it holds. */
public interface LintRule {

    void check(PlainTextView view, FindingCollector findings);
}
