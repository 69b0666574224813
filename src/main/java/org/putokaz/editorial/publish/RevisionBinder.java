package org.putokaz.editorial.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/** Binding of a requested step to a revision: an edit after that is not published with it. */
@ApplicationScoped
public class RevisionBinder {

    private final EditorialEntryRepository entries;
    private final StepPreconditions preconditions;

    @Inject
    RevisionBinder(EditorialEntryRepository entries, StepPreconditions preconditions) {
        this.entries = entries;
        this.preconditions = preconditions;
    }

    /**
     * The step, bound to a revision. Only for a request without {@link PublicationStepRequest#violations}.
     *
     * @param pointer to the step in the body of the request
     * @throws org.putokaz.problem.ProblemException 422 when there is no such revision, its text was removed, or it has no
     *     text in a language that is to be confirmed
     */
    public PublicationStep bind(EditorialEntry entry, PublicationStepRequest request, String pointer) {
        PublicationStep step = request.toStep(entry);
        if (step.revision() != null) {
            Revision revision = entries.findRevision(entry, step.revision())
                    .orElseThrow(() -> invalidRevision(pointer, "no-such-revision", step));
            if (step.action() == PublicationStep.Action.PUBLISH && revision.redactedAt != null) {
                throw invalidRevision(pointer, "revision-redacted", step);
            }
        }
        preconditions.requireConfirmable(step, pointer);
        return step;
    }

    private static ProblemException invalidRevision(String pointer, String code, PublicationStep step) {
        return ProblemType.INVALID_CONTENT.with(
                Violation.at(pointer + "/revision", code, Objects.requireNonNull(step.revision())));
    }
}
