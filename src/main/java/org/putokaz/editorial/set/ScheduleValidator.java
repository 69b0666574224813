package org.putokaz.editorial.set;

import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.publish.PlannedStepRepository;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.PublicationStepRequest;
import org.putokaz.editorial.publish.PublishEntryService;
import org.putokaz.editorial.publish.RevisionBinder;
import org.putokaz.editorial.publish.StepBatchPublisher;
import org.putokaz.editorial.publish.StepsNotAllowedException;
import org.putokaz.http.request.IfMatch;
import org.putokaz.live.write.PublicationRejectedException;
import org.putokaz.problem.ProblemType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * What is scheduled must be fit to go out when it is scheduled: somebody who is told so weeks later, at the moment itself,
 * is told too late. It is asked again then. Never called in a transaction, as the gate's rehearsal is one of its own.
 */
@ApplicationScoped
public class ScheduleValidator {

    private final EditorialEntryRepository entries;
    private final PublishingSetRepository sets;
    private final PlannedStepRepository planned;
    private final RevisionBinder binding;
    private final StepBatchPublisher together;

    @Inject
    ScheduleValidator(
            EditorialEntryRepository entries,
            PublishingSetRepository sets,
            PlannedStepRepository planned,
            RevisionBinder binding,
            StepBatchPublisher together) {
        this.entries = entries;
        this.sets = sets;
        this.planned = planned;
        this.binding = binding;
        this.together = together;
    }

    /**
     * The step that would be taken, bound to a revision.
     *
     * @throws org.putokaz.problem.ProblemException 404, 412, 409 or 422 as publishing it now would be
     */
    public PublicationStep admit(String family, UUID id, IfMatch seen, PublicationStepRequest what) {
        PublicationStep step = QuarkusTransaction.requiringNew().call(() -> {
            EditorialEntry entry = entries.get(family, id);
            seen.requireMatch(String.valueOf(entry.version));
            PublicationStep bound = binding.bind(entry, what, "");
            together.obstacles(List.of(bound)).values().forEach(obstacle -> {
                throw ProblemType.CONFLICT.because(
                        obstacle.code(), obstacle.arguments().toArray());
            });
            return bound;
        });
        try {
            together.rehearse(List.of(step));
        } catch (PublicationRejectedException refusal) {
            throw PublishEntryService.toProblem(refusal, id);
        }
        return step;
    }

    /** @throws org.putokaz.problem.ProblemException 404, 412, 409 or 422 as publishing the set now would be */
    void admit(UUID set, IfMatch seen) {
        List<PublicationStep> steps = QuarkusTransaction.requiringNew().call(() -> {
            seen.requireMatch(String.valueOf(sets.get(set).version));
            if (sets.get(set).isOver()) {
                throw ProblemType.CONFLICT.because("set-is-over");
            }
            List<PublicationStep> members = PlannedStepRepository.toSteps(planned.findByOwner(set));
            try {
                together.demandStates(members);
            } catch (StepsNotAllowedException notReady) {
                throw new PublishingSetProblems(members).toProblem(notReady);
            }
            return members;
        });
        try {
            together.rehearse(steps);
        } catch (PublicationRejectedException refusal) {
            throw new PublishingSetProblems(steps).toProblem(refusal);
        }
    }
}
