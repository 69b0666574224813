package org.putokaz.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.Problem;
import org.putokaz.problem.Violation;

/** Binds what is to be done later to the revision that is meant now. */
@ApplicationScoped
class Binding {

    private final Session session;

    @Inject
    Binding(Session session) {
        this.session = session;
    }

    /**
     * The step, bound; only for what is not malformed.
     *
     * @param pointer where the request speaks of it
     * @throws org.putokaz.problem.ProblemException 422 when there is no such revision, or no text in it any more
     */
    Step bind(Entry entry, StepInput what, String pointer) {
        Step step = what.step(entry);
        if (step.revision() != null) {
            String where = pointer + "/revision";
            Revision revision = find(entry, step.revision());
            if (revision == null) {
                throw Problem.INVALID_CONTENT.with(Violation.at(where, "no-such-revision", step.revision()));
            }
            if (step.action() == Step.Action.PUBLISH && revision.redactedAt != null) {
                throw Problem.INVALID_CONTENT.with(Violation.at(where, "revision-redacted", step.revision()));
            }
        }
        return step;
    }

    private @Nullable Revision find(Entry entry, int number) {
        return session.find(Revision.class, new Revision.Key(entry.id, number));
    }
}
