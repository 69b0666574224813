package org.putokaz.editorial.set;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.editorial.entry.Stage;
import org.putokaz.editorial.entry.TransitionRules;
import org.putokaz.editorial.publish.PlannedStepRepository;
import org.putokaz.editorial.publish.PublicationGate;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.StepPreconditions;
import org.putokaz.http.request.IfMatch;
import org.putokaz.live.write.PublicationRejectedException;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;

/**
 * Four-eyes approval of a whole publishing set by a person who is the author of none of its members.
 *
 * <p>Not transactional itself: the members are checked in one transaction, their texts in those of the dry run, and then
 * the set is approved in another, which checks the members again.
 */
@ApplicationScoped
class PublishingSetReviewService {

    /** Stages that need an approval where the family does; a rejected revision is refused later, with its own code. */
    private static final Set<Stage> UNAPPROVED = Set.of(Stage.DRAFT, Stage.WITHDRAWN, Stage.REJECTED);

    private final PublishingSetRepository sets;
    private final PlannedStepRepository plannedSteps;
    private final EditorialEntryRepository entries;
    private final StepPreconditions preconditions;
    private final PublicationGate gate;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    PublishingSetReviewService(
            PublishingSetRepository sets,
            PlannedStepRepository plannedSteps,
            EditorialEntryRepository entries,
            StepPreconditions preconditions,
            PublicationGate gate,
            AuditTrail audit,
            Clock clock) {
        this.sets = sets;
        this.plannedSteps = plannedSteps;
        this.entries = entries;
        this.preconditions = preconditions;
        this.gate = gate;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Approves every member that waits for an approval or needs one.
     *
     * @throws ProblemException 409 with each member whose state does not allow it, otherwise 403 with each that is the
     *     actor's own work, otherwise 409 with everything in the texts that publishing the set would be refused for; none is
     *     approved then
     */
    void approve(UUID id, IfMatch ifMatch, Actor actor) {
        List<PublicationStep> steps = QuarkusTransaction.requiringNew().call(() -> findApprovable(id, ifMatch, actor));
        try {
            gate.requirePublishable(steps);
        } catch (PublicationRejectedException rejected) {
            throw new PublishingSetProblems(steps, entries).toProblem(rejected, ProblemType.CONFLICT);
        }
        QuarkusTransaction.requiringNew().run(() -> approveInTransaction(id, ifMatch, actor));
    }

    private List<PublicationStep> findApprovable(UUID id, IfMatch ifMatch, Actor actor) {
        PublishingSet set = sets.get(id);
        set.requireVersion(ifMatch);
        set.requireOpen();
        List<PublicationStep> steps = plannedSteps.findSteps(id);
        requireApprovable(steps, actor);
        return steps;
    }

    private void approveInTransaction(UUID id, IfMatch ifMatch, Actor actor) {
        PublishingSet set = sets.lock(id, ifMatch);
        set.requireOpen();
        List<PublicationStep> steps = plannedSteps.findSteps(id);
        entries.lockAll(steps.stream().map(PublicationStep::entry).toList());
        Instant now = clock.instant();
        List<EditorialEntry> approved = requireApprovable(steps, actor);
        for (EditorialEntry entry : approved) {
            entry.approveInAnyStage(
                    entries.newestRevision(entry), entries.unpublishedRevisionAuthors(entry), actor, now);
        }
        if (!approved.isEmpty()) {
            set.recordApproval(actor, now);
        }
        for (EditorialEntry entry : approved) {
            Map<String, String> details = Map.of("set", id.toString());
            audit.record(actor, new AuditEvent("approved", entry.family, entry.id, entry.newestRevision, details));
        }
    }

    /** The members that the approval approves, when the state of all allows it. */
    private List<EditorialEntry> requireApprovable(List<PublicationStep> steps, Actor actor) {
        List<EditorialEntry> approvable = new ArrayList<>();
        Set<UUID> refusedEntries = new LinkedHashSet<>();
        List<Violation> conflicts = new ArrayList<>();
        List<Violation> ownWork = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            PublicationStep step = steps.get(i);
            EditorialEntry entry = entries.find(step.entry()).orElseThrow();
            try {
                if (awaitsApproval(entry, step)) {
                    requireApprovable(entry, step, actor);
                    approvable.add(entry);
                } else {
                    preconditions.requireNoConflict(step);
                }
            } catch (ProblemException refused) {
                Violation violation = Violation.at(PublishingSetRequest.memberPointer(i), refused.detail());
                (refused.type() == ProblemType.FORBIDDEN ? ownWork : conflicts).add(violation);
                refusedEntries.add(entry.id);
            }
        }
        PublishingSetProblems problems = new PublishingSetProblems(steps, entries);
        if (!conflicts.isEmpty()) {
            throw problems.problem(ProblemType.CONFLICT, conflicts, refusedEntries);
        }
        if (!ownWork.isEmpty()) {
            throw problems.problem(ProblemType.FORBIDDEN, ownWork, refusedEntries);
        }
        return approvable;
    }

    private boolean awaitsApproval(EditorialEntry entry, PublicationStep step) {
        if (step.action() == PublicationStep.Action.WITHDRAW || step.revision() == null) {
            return false;
        }
        Stage stage = entries.revision(entry, step.revision()).stage;
        return stage == Stage.SUBMITTED || preconditions.needsApproval(entry.family) && UNAPPROVED.contains(stage);
    }

    private void requireApprovable(EditorialEntry entry, PublicationStep step, Actor actor) {
        Revision newest = entries.newestRevision(entry);
        if (step.revision() == null || newest.number() != step.revision()) {
            throw ProblemType.CONFLICT.because("edited-since", newest.number());
        }
        if (newest.stage == Stage.REJECTED) {
            throw ProblemType.CONFLICT.because("was-rejected");
        }
        TransitionRules.requireIndependentApprover(newest.state(), entries.unpublishedRevisionAuthors(entry), actor);
    }
}
