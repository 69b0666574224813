package org.putokaz.editorial.set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.putokaz.common.UuidV7;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.publish.PlannedStepRepository;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.RevisionBinder;
import org.putokaz.editorial.replacement.CancelledDrafts;
import org.putokaz.editorial.replacement.ReplacementDraftService;
import org.putokaz.http.request.IfMatch;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;

/** Creation, change and cancellation of publishing sets. */
@ApplicationScoped
public class PublishingSetService {

    private final PublishingSetRepository sets;
    private final PlannedStepRepository plannedSteps;
    private final EditorialEntryRepository entries;
    private final RevisionBinder revisionBinder;
    private final ReplacementDraftService replacementDrafts;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    PublishingSetService(
            PublishingSetRepository sets,
            PlannedStepRepository plannedSteps,
            EditorialEntryRepository entries,
            RevisionBinder revisionBinder,
            ReplacementDraftService replacementDrafts,
            AuditTrail audit,
            Clock clock) {
        this.sets = sets;
        this.plannedSteps = plannedSteps;
        this.entries = entries;
        this.revisionBinder = revisionBinder;
        this.replacementDrafts = replacementDrafts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Creates a set.
     *
     * @return its id
     * @throws ProblemException 422 with each member that cannot be one
     */
    @Transactional
    public UUID create(PublishingSetRequest request, Actor actor) {
        Instant now = clock.instant();
        PublishingSet set = PublishingSet.of(UuidV7.generate(now), request.strippedName(), actor, now);
        List<PublicationStep> steps = bindMembers(request);
        sets.add(set);
        plannedSteps.replace(set.id, steps);
        audit.record(actor, auditEvent("set-created", set, steps.size()));
        return set.id;
    }

    /**
     * Replaces the name and the members of a set.
     *
     * @throws ProblemException 404, 412, 409 when the set is scheduled or has ended, 422 with each member that cannot
     *     be one
     */
    @Transactional
    void replace(UUID id, IfMatch ifMatch, PublishingSetRequest request, Actor actor) {
        PublishingSet set = sets.lock(id, ifMatch);
        set.update(request.strippedName(), actor, clock.instant());
        List<PublicationStep> steps = bindMembers(request);
        plannedSteps.replace(id, steps);
        audit.record(actor, auditEvent("set-changed", set, steps.size()));
    }

    /**
     * Cancels a set, which stays readable and is never published. The drafts that it has made are restored to the text before
     * them, or stay.
     *
     * @throws ProblemException 404, 412, 409 when the set is scheduled or has ended
     */
    @Transactional
    void cancel(UUID id, IfMatch ifMatch, CancelledDrafts handling, Actor actor) {
        PublishingSet set = sets.lock(id, ifMatch);
        set.cancel(actor, clock.instant());
        List<PublicationStep> steps = plannedSteps.findSteps(id);
        List<UUID> drafted = replacementDrafts.findEntries(id);
        entries.lockAll(Stream.concat(steps.stream().map(PublicationStep::entry), drafted.stream())
                .toList());
        plannedSteps.clearNeedsAttention(id);
        int kept = replacementDrafts.cancel(id, handling, actor);
        audit.record(actor, cancellation(set, steps.size(), drafted.size(), kept));
    }

    /**
     * Binds each member to the revision that it names, otherwise to the newest one. The entries are locked, so that
     * none is withdrawn for safety while its note is being stored.
     */
    private List<PublicationStep> bindMembers(PublishingSetRequest request) {
        List<PublishingSetRequest.Member> members = request.requiredMembers();
        entries.lockAll(members.stream()
                .map(member -> Objects.requireNonNull(member.entry()))
                .toList());
        List<PublicationStep> steps = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            try {
                steps.add(bind(members.get(i), PublishingSetRequest.memberPointer(i)));
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
        return revisionBinder.bind(entry, member.toStepRequest(), pointer);
    }

    /** The event says what became of the drafts when the set had made some. */
    private static AuditEvent cancellation(PublishingSet set, int members, int drafted, int kept) {
        Map<String, String> details = new HashMap<>(details(set, members));
        if (drafted > 0) {
            details.put("draftsRestored", String.valueOf(drafted - kept));
            details.put("draftsKept", String.valueOf(kept));
        }
        return AuditEvent.of("set-cancelled", details);
    }

    static AuditEvent auditEvent(String action, PublishingSet set, int members) {
        return AuditEvent.of(action, details(set, members));
    }

    private static Map<String, String> details(PublishingSet set, int members) {
        return Map.of("set", set.id.toString(), "members", String.valueOf(members));
    }
}
