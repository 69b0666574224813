package org.putokaz.editorial.set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.editorial.entry.Stage;
import org.putokaz.editorial.publish.PlannedStepRepository;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.StepPreconditions;
import org.putokaz.http.request.IfMatch;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;

/** Four-eyes approval of a whole publishing set by a person who is the author of none of its members. */
@ApplicationScoped
class PublishingSetReviewService {

    /** Stages that need an approval where the family does; a rejected revision is refused later, with its own code. */
    private static final Set<Stage> UNAPPROVED = Set.of(Stage.DRAFT, Stage.WITHDRAWN, Stage.REJECTED);

    private final PublishingSetRepository sets;
    private final PlannedStepRepository plannedSteps;
    private final EditorialEntryRepository entries;
    private final StepPreconditions preconditions;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    PublishingSetReviewService(
            PublishingSetRepository sets,
            PlannedStepRepository plannedSteps,
            EditorialEntryRepository entries,
            StepPreconditions preconditions,
            AuditTrail audit,
            Clock clock) {
        this.sets = sets;
        this.plannedSteps = plannedSteps;
        this.entries = entries;
        this.preconditions = preconditions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Approves every member that waits for an approval or needs one.
     *
     * @throws ProblemException 409 with each member that cannot be approved, otherwise 403 with each that is the
     *     actor's own work; none is approved then
     */
    @Transactional
    void approve(UUID id, IfMatch ifMatch, Actor actor) {
        PublishingSet set = sets.lock(id, ifMatch);
        set.requireOpen();
        List<PublicationStep> steps = plannedSteps.findSteps(id);
        entries.lockAll(steps.stream().map(PublicationStep::entry).toList());
        Instant now = clock.instant();
        List<EditorialEntry> approved = approveAll(steps, actor, now);
        if (!approved.isEmpty()) {
            set.recordApproval(actor, now);
        }
        for (EditorialEntry entry : approved) {
            Map<String, String> details = Map.of("set", id.toString());
            audit.record(actor, new AuditEvent("approved", entry.family, entry.id, entry.newestRevision, details));
        }
    }

    private List<EditorialEntry> approveAll(List<PublicationStep> steps, Actor actor, Instant now) {
        List<EditorialEntry> approved = new ArrayList<>();
        List<Violation> conflicts = new ArrayList<>();
        List<Violation> ownWork = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            PublicationStep step = steps.get(i);
            EditorialEntry entry = entries.find(step.entry()).orElseThrow();
            try {
                if (awaitsApproval(entry, step)) {
                    approve(entry, step, actor, now);
                    approved.add(entry);
                }
            } catch (ProblemException refused) {
                Violation violation = Violation.at(PublishingSetRequest.memberPointer(i), refused.detail());
                (refused.type() == ProblemType.FORBIDDEN ? ownWork : conflicts).add(violation);
            }
        }
        if (!conflicts.isEmpty()) {
            throw ProblemType.CONFLICT.with(conflicts);
        }
        if (!ownWork.isEmpty()) {
            throw ProblemType.FORBIDDEN.with(ownWork);
        }
        return approved;
    }

    private boolean awaitsApproval(EditorialEntry entry, PublicationStep step) {
        if (step.action() == PublicationStep.Action.WITHDRAW || step.revision() == null) {
            return false;
        }
        Stage stage = entries.revision(entry, step.revision()).stage;
        return stage == Stage.SUBMITTED || preconditions.needsApproval(entry.family) && UNAPPROVED.contains(stage);
    }

    private void approve(EditorialEntry entry, PublicationStep step, Actor actor, Instant now) {
        Revision newest = entries.newestRevision(entry);
        if (step.revision() == null || newest.number() != step.revision()) {
            throw ProblemType.CONFLICT.because("edited-since", newest.number());
        }
        if (newest.stage == Stage.REJECTED) {
            throw ProblemType.CONFLICT.because("was-rejected");
        }
        entry.approveInAnyStage(newest, entries.unpublishedRevisionAuthors(entry), actor, now);
    }
}
