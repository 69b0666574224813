package org.putokaz.editorial.entry;

import org.jspecify.annotations.Nullable;
import org.putokaz.problem.ProblemType;

/**
 * State of a revision without its text, on which the {@link TransitionRules} decide.
 *
 * @param redacted whether the text was removed for good
 * @param submittedBy id of the actor who submitted it; null when it was not submitted
 */
public record RevisionState(
        int number, Stage stage, boolean redacted, @Nullable String submittedBy) {

    /** @throws org.putokaz.problem.ProblemException 409 when the text was removed */
    public void requireNotRedacted() {
        if (redacted) {
            throw ProblemType.CONFLICT.because("revision-redacted", number);
        }
    }
}
