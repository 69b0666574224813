package org.putokaz.editorial.set;

import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.editorial.entry.Stage;
import org.putokaz.editorial.publish.PlannedStepRepository;
import org.putokaz.editorial.publish.PublicationService;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.http.request.IfMatch;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Four eyes for a whole set: one person looks at all of it, who had a hand in none of it. */
@ApplicationScoped
class PublishingSetReviewService {

    private static final Set<Stage> UNASKED = Set.of(Stage.DRAFT, Stage.WITHDRAWN);

    private final PublishingSetRepository sets;
    private final PlannedStepRepository planned;
    private final EditorialEntryRepository entries;
    private final PublicationService publisher;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    PublishingSetReviewService(
            PublishingSetRepository sets,
            PlannedStepRepository planned,
            EditorialEntryRepository entries,
            PublicationService publisher,
            AuditTrail audit,
            Clock clock) {
        this.sets = sets;
        this.planned = planned;
        this.entries = entries;
        this.publisher = publisher;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Approves every member that waits for it or needs it.
     *
     * @throws ProblemException 409 with each member that cannot be approved, 403 with each that is the actor's own work;
     *     none is approved then
     */
    @Transactional
    void approve(UUID id, IfMatch seen, Actor actor) {
        PublishingSet set = sets.lock(id);
        seen.requireMatch(String.valueOf(set.version));
        set.requireOpen();
        List<PublicationStep> steps = PlannedStepRepository.toSteps(planned.findByOwner(id));
        entries.lockAll(steps.stream().map(PublicationStep::entry).toList());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
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
        for (int place = 0; place < steps.size(); place++) {
            EditorialEntry entry = entries.find(steps.get(place).entry()).orElseThrow();
            try {
                if (waits(entry, steps.get(place))) {
                    approve(entry, steps.get(place), actor, now);
                    approved.add(entry);
                }
            } catch (ProblemException refused) {
                Violation violation = Violation.at(PublishingSetRequest.memberPointer(place), refused.detail());
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

    /** Whether this member is to be published and somebody has to look at it first. */
    private boolean waits(EditorialEntry entry, PublicationStep step) {
        if (step.action() == PublicationStep.Action.WITHDRAW || step.revision() == null) {
            return false;
        }
        Stage stage = entries.revision(entry, step.revision()).stage;
        boolean needed = publisher.needsApproval(entry.family);
        return stage == Stage.SUBMITTED || needed && (UNASKED.contains(stage) || stage == Stage.REJECTED);
    }

    private void approve(EditorialEntry entry, PublicationStep step, Actor actor, Instant now) {
        Revision head = entries.newestRevision(entry);
        if (step.revision() == null || head.number() != step.revision()) {
            throw ProblemType.CONFLICT.because("edited-since", head.number());
        }
        if (head.stage == Stage.REJECTED) {
            throw ProblemType.CONFLICT.because("was-rejected");
        }
        entry.approveInAnyStage(head, entries.unpublishedRevisionAuthors(entry), actor, now);
    }
}
