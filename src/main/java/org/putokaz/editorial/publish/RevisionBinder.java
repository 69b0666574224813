package org.putokaz.editorial.publish;

import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Binds what is to be done later to the revision that is meant now. */
@ApplicationScoped
public class RevisionBinder {

    private final Session session;

    @Inject
    RevisionBinder(Session session) {
        this.session = session;
    }

    /**
     * The step, bound; only for what is not malformed.
     *
     * @param pointer where the request speaks of it
     * @throws org.putokaz.problem.ProblemException 422 when there is no such revision, or no text in it any more
     */
    public PublicationStep bind(EditorialEntry entry, PublicationStepRequest what, String pointer) {
        PublicationStep step = what.toStep(entry);
        if (step.revision() != null) {
            String where = pointer + "/revision";
            Revision revision = find(entry, step.revision());
            if (revision == null) {
                throw ProblemType.INVALID_CONTENT.with(Violation.at(where, "no-such-revision", step.revision()));
            }
            if (step.action() == PublicationStep.Action.PUBLISH && revision.redactedAt != null) {
                throw ProblemType.INVALID_CONTENT.with(Violation.at(where, "revision-redacted", step.revision()));
            }
        }
        return step;
    }

    private @Nullable Revision find(EditorialEntry entry, int number) {
        return session.find(Revision.class, new Revision.Key(entry.id, number));
    }
}
