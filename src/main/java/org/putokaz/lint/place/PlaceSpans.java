package org.putokaz.lint.place;

import java.util.BitSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.TextSpan;

/** Union of the matches of several patterns in one text; matches that overlap are reported as one finding. */
final class PlaceSpans {

    private final FindingCollector findings;
    private final LintCode code;
    private final BitSet matched = new BitSet();

    PlaceSpans(FindingCollector findings, LintCode code) {
        this.findings = findings;
        this.code = code;
    }

    /** Adds every match that the condition holds for; the search goes on after it. */
    void addAll(Matcher matcher, Predicate<Matcher> condition) {
        int from = 0;
        while (from <= matcher.regionEnd() && matcher.find(from)) {
            boolean counts = condition.test(matcher);
            if (counts) {
                matched.set(matcher.start(), matcher.end());
            }
            from = counts ? matcher.end() : matcher.start() + 1;
        }
    }

    void report() {
        TextSpan.runs(matched).forEach(span -> findings.add(code, span));
    }
}
