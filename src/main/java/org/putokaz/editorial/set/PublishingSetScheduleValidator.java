package org.putokaz.editorial.set;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.publish.PlannedStepRepository;
import org.putokaz.editorial.publish.PublicationGate;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.StepPreconditions;
import org.putokaz.editorial.publish.StepsNotAllowedException;
import org.putokaz.http.request.IfMatch;
import org.putokaz.live.write.PublicationRejectedException;

/**
 * Check that a publishing set could be published now, made when that is scheduled, as {@link
 * org.putokaz.editorial.schedule.EntryScheduleValidator} does for an entry.
 *
 * <p>Must not be called in a transaction, as the dry run of the publication needs its own.
 */
@ApplicationScoped
class PublishingSetScheduleValidator {

    private final PublishingSetRepository sets;
    private final PlannedStepRepository plannedSteps;
    private final EditorialEntryRepository entries;
    private final StepPreconditions preconditions;
    private final PublicationGate gate;

    @Inject
    PublishingSetScheduleValidator(
            PublishingSetRepository sets,
            PlannedStepRepository plannedSteps,
            EditorialEntryRepository entries,
            StepPreconditions preconditions,
            PublicationGate gate) {
        this.sets = sets;
        this.plannedSteps = plannedSteps;
        this.entries = entries;
        this.preconditions = preconditions;
        this.gate = gate;
    }

    /** @throws org.putokaz.problem.ProblemException 404, 412, 409 or 422 as publishing the set now would be */
    void validate(UUID id, IfMatch ifMatch) {
        List<PublicationStep> steps = QuarkusTransaction.requiringNew().call(() -> findAllowedSteps(id, ifMatch));
        try {
            gate.requirePublishable(steps);
        } catch (PublicationRejectedException rejected) {
            throw new PublishingSetProblems(steps, entries).toProblem(rejected);
        }
    }

    private List<PublicationStep> findAllowedSteps(UUID id, IfMatch ifMatch) {
        PublishingSet set = sets.get(id);
        set.requireVersion(ifMatch);
        set.requireNotEnded();
        List<PublicationStep> steps = plannedSteps.findSteps(id);
        try {
            preconditions.requireAllAllowed(steps);
        } catch (StepsNotAllowedException notAllowed) {
            throw new PublishingSetProblems(steps, entries).toProblem(notAllowed);
        }
        return steps;
    }
}
