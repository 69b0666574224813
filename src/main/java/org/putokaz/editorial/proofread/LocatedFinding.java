package org.putokaz.editorial.proofread;

import org.putokaz.lint.Finding;
import org.putokaz.lint.Severity;
import org.putokaz.problem.Violation;

/**
 * Finding of the linter in a text of an entry.
 *
 * @param pointer JSON pointer to the text in the entry, such as {@code /content/title/sr-Cyrl}
 */
public record LocatedFinding(String pointer, Finding finding) {

    public boolean isError() {
        return finding.level() == Severity.ERROR;
    }

    /** The finding as a violation in the terms of the store, whose pointers begin below the content. */
    public Violation toViolation() {
        return Violation.at(pointer.replaceFirst("^/content", ""), finding.message());
    }
}
