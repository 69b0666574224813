package org.putokaz.editorial.set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.publish.PlannedStepRepository;
import org.putokaz.editorial.publish.PublicationService;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.StepsNotAllowedException;
import org.putokaz.http.request.IfMatch;
import org.putokaz.live.write.PublicationRejectedException;
import org.putokaz.problem.ProblemException;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditTrail;

/** Publication of a publishing set, on request or by its schedule. */
@ApplicationScoped
public class PublishSetService {

    private final PublishingSetRepository sets;
    private final PlannedStepRepository plannedSteps;
    private final EditorialEntryRepository entries;
    private final PublicationService publications;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    PublishSetService(
            PublishingSetRepository sets,
            PlannedStepRepository plannedSteps,
            EditorialEntryRepository entries,
            PublicationService publications,
            AuditTrail audit,
            Clock clock) {
        this.sets = sets;
        this.plannedSteps = plannedSteps;
        this.entries = entries;
        this.publications = publications;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Publishes a set on request.
     *
     * @throws ProblemException 404, 412, 409 or 422 with each member that prevents it; nothing is changed then
     */
    @Transactional
    void publish(UUID id, IfMatch ifMatch, Actor actor) {
        PublishingSet set = sets.lock(id, ifMatch);
        set.requireOpen();
        List<PublicationStep> steps = plannedSteps.findSteps(id);
        entries.lockAll(steps.stream().map(PublicationStep::entry).toList());
        try {
            publish(set, steps, actor, Map.of("set", id.toString()));
        } catch (StepsNotAllowedException notAllowed) {
            throw new PublishingSetProblems(steps, entries).toProblem(notAllowed);
        } catch (PublicationRejectedException rejected) {
            throw new PublishingSetProblems(steps, entries).toProblem(rejected);
        }
    }

    /**
     * Publishes a set whose lock and whose entries' locks the caller holds, in the caller's transaction.
     *
     * @param auditDetails what the audit events of the members say: the set and, if any, the schedule
     * @throws StepsNotAllowedException when the state of any member does not allow its step
     * @throws PublicationRejectedException when the proofreader or the store's rules find errors
     */
    public void publish(PublishingSet set, List<PublicationStep> steps, Actor actor, Map<String, String> auditDetails) {
        publications.execute(steps, actor, auditDetails);
        set.markPublished(actor, clock.instant());
        audit.record(actor, PublishingSetService.auditEvent("set-published", set, steps.size()));
    }
}
