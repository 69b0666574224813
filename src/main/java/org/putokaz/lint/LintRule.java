package org.putokaz.lint;

/** One question asked of every text. It goes over the text a fixed number of times, whatever the text is. */
interface LintRule {

    void check(PlainTextView reading, FindingCollector findings);
}
