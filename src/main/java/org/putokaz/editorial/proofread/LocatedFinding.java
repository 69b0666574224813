package org.putokaz.editorial.publish;

import org.putokaz.lint.Finding;
import org.putokaz.lint.Severity;
import org.putokaz.problem.Violation;

/**
 * Finding of the linter in a text of an entry.
 *
 * @param pointer JSON pointer to the text in the entry, such as {@code /content/title/sr-Cyrl}
 */
record LocatedFinding(String pointer, Finding finding) {

    boolean isError() {
        return finding.level() == Severity.ERROR;
    }

    /** The finding as a violation in the terms of the store, whose pointers begin below the content. */
    Violation toViolation() {
        return Violation.at(pointer.replaceFirst("^/content", ""), finding.message());
    }
}
