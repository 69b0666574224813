package org.putokaz.editorial.schedule;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.publish.EntryProblems;
import org.putokaz.editorial.publish.PublicationGate;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.PublicationStepRequest;
import org.putokaz.editorial.publish.RevisionBinder;
import org.putokaz.editorial.publish.StepPreconditions;
import org.putokaz.http.request.IfMatch;
import org.putokaz.live.write.PublicationRejectedException;

/**
 * Check that an entry could be published or withdrawn now, made when that is scheduled: errors found at the scheduled
 * time are found too late. They are looked for again then.
 *
 * <p>Must not be called in a transaction, as the dry run of the publication needs its own.
 */
@ApplicationScoped
public class EntryScheduleValidator {

    private final EditorialEntryRepository entries;
    private final RevisionBinder revisionBinder;
    private final StepPreconditions preconditions;
    private final PublicationGate gate;

    @Inject
    EntryScheduleValidator(
            EditorialEntryRepository entries,
            RevisionBinder revisionBinder,
            StepPreconditions preconditions,
            PublicationGate gate) {
        this.entries = entries;
        this.revisionBinder = revisionBinder;
        this.preconditions = preconditions;
        this.gate = gate;
    }

    /**
     * The step that the schedule will execute, bound to a revision.
     *
     * @throws org.putokaz.problem.ProblemException 404, 412, 409 or 422 as executing it now would be
     */
    public PublicationStep validate(String family, UUID id, IfMatch ifMatch, PublicationStepRequest request) {
        PublicationStep step = QuarkusTransaction.requiringNew().call(() -> {
            EditorialEntry entry = entries.get(family, id);
            entry.requireVersion(ifMatch);
            PublicationStep bound = revisionBinder.bind(entry, request, "");
            preconditions.requireNoConflict(bound);
            return bound;
        });
        try {
            gate.requirePublishable(List.of(step));
        } catch (PublicationRejectedException rejected) {
            throw EntryProblems.of(rejected, id);
        }
        return step;
    }
}
