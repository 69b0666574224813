package org.putokaz.editorial.set;

import org.putokaz.common.UuidV7;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.publish.PlannedStepRepository;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.RevisionBinder;
import org.putokaz.editorial.publish.StepBatchPublisher;
import org.putokaz.editorial.publish.StepsNotAllowedException;
import org.putokaz.http.request.IfMatch;
import org.putokaz.live.write.PublicationRejectedException;
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
import java.util.Objects;
import java.util.UUID;

/** Where publishing sets are put together, and published. */
@ApplicationScoped
public class PublishingSetService {

    private final PublishingSetRepository sets;
    private final PlannedStepRepository planned;
    private final EditorialEntryRepository entries;
    private final RevisionBinder binding;
    private final StepBatchPublisher together;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    PublishingSetService(
            PublishingSetRepository sets,
            PlannedStepRepository planned,
            EditorialEntryRepository entries,
            RevisionBinder binding,
            StepBatchPublisher together,
            AuditTrail audit,
            Clock clock) {
        this.sets = sets;
        this.planned = planned;
        this.entries = entries;
        this.binding = binding;
        this.together = together;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws ProblemException 422 when a member cannot be one */
    @Transactional
    public UUID create(PublishingSetRequest input, Actor actor) {
        Instant now = now();
        PublishingSet set = PublishingSet.of(UuidV7.generate(now), input.strippedName(), actor, now);
        List<PublicationStep> steps = bind(input);
        sets.add(set);
        planned.replace(set.id, steps);
        audit("set-created", set, steps.size(), actor);
        return set.id;
    }

    /** @throws ProblemException 409 when it is scheduled or over, 422 when a member cannot be one */
    @Transactional
    void replace(UUID id, IfMatch seen, PublishingSetRequest input, Actor actor) {
        PublishingSet set = lock(id, seen);
        set.update(input.strippedName(), actor, now());
        List<PublicationStep> steps = bind(input);
        planned.replace(id, steps);
        audit("set-changed", set, steps.size(), actor);
    }

    /** It stays to be seen, and never goes out. */
    @Transactional
    void cancel(UUID id, IfMatch seen, Actor actor) {
        PublishingSet set = lock(id, seen);
        set.cancel(actor, now());
        entries.lockAll(planned.findByOwner(id).stream().map(step -> step.entryId).toList());
        planned.clearNeedsAttention(id);
        audit("set-cancelled", set, planned.findByOwner(id).size(), actor);
    }

    /** @throws ProblemException 409 or 422 with each member that keeps it from being published; nothing is changed then */
    @Transactional
    void publish(UUID id, IfMatch seen, Actor actor) {
        PublishingSet set = lock(id, seen);
        set.requireOpen();
        List<PublicationStep> steps = PlannedStepRepository.toSteps(planned.findByOwner(id));
        try {
            publish(set, steps, actor, Map.of("set", id.toString()));
        } catch (StepsNotAllowedException notReady) {
            throw new PublishingSetProblems(steps).toProblem(notReady);
        } catch (PublicationRejectedException refusal) {
            throw new PublishingSetProblems(steps).toProblem(refusal);
        }
    }

    /** The same for whoever holds the set and knows that its time has come. */
    public void publish(PublishingSet set, List<PublicationStep> steps, Actor actor, Map<String, String> why) {
        together.carryOut(steps, actor, why);
        set.markPublished(actor, now());
        audit("set-published", set, steps.size(), actor);
    }

    private PublishingSet lock(UUID id, IfMatch seen) {
        PublishingSet set = sets.lock(id);
        seen.requireMatch(String.valueOf(set.version));
        return set;
    }

    /**
     * Binds each member to the revision that it is now, or is said to be. Holds the entries, so that none is withdrawn for
     * safety while something is being said of it here.
     */
    private List<PublicationStep> bind(PublishingSetRequest input) {
        List<PublishingSetRequest.Member> members = input.requiredMembers();
        entries.lockAll(members.stream()
                .map(member -> Objects.requireNonNull(member.entry()))
                .toList());
        List<PublicationStep> steps = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (int place = 0; place < members.size(); place++) {
            try {
                steps.add(bind(members.get(place), PublishingSetRequest.memberPointer(place)));
            } catch (ProblemException refused) {
                violations.addAll(refused.violations());
            }
        }
        if (!violations.isEmpty()) {
            throw ProblemType.INVALID_CONTENT.with(violations);
        }
        return steps;
    }

    private PublicationStep bind(PublishingSetRequest.Member member, String pointer) {
        EditorialEntry entry = entries.find(Objects.requireNonNull(member.entry()))
                .orElseThrow(() -> ProblemType.INVALID_CONTENT.with(Violation.at(pointer + "/entry", "no-such-entry")));
        return binding.bind(entry, member.toStepRequest(), pointer);
    }

    private void audit(String action, PublishingSet set, int members, Actor actor) {
        audit.record(
                actor, AuditEvent.of(action, Map.of("set", set.id.toString(), "members", String.valueOf(members))));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
