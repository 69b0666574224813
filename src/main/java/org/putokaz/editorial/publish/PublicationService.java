package org.putokaz.editorial.publish;

import org.putokaz.editorial.EditorialConfig;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.live.ContentJson;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.write.ChangeResult;
import org.putokaz.live.write.LiveStore;
import org.putokaz.live.write.PublicationRejectedException;
import org.putokaz.live.write.StoreChange;
import org.putokaz.problem.Message;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Changes what the public sees: one entry or several, all or none, in one transaction with the trail of who did it. */
@ApplicationScoped
public class PublicationService {

    private final EditorialEntryRepository entries;
    private final LiveStore store;
    private final ContentFamilyRegistry families;
    private final EditorialConfig config;
    private final RedactionService redaction;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    PublicationService(
            EditorialEntryRepository entries,
            LiveStore store,
            ContentFamilyRegistry families,
            EditorialConfig config,
            RedactionService redaction,
            AuditTrail audit,
            Clock clock) {
        this.entries = entries;
        this.store = store;
        this.families = families;
        this.config = config;
        this.redaction = redaction;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Does all of it or nothing. The entries are locked here, each at most once in the list.
     *
     * @throws PublicationRejectedException when the store's rules do not allow it
     * @throws org.putokaz.problem.ProblemException 409 when the state of an entry does not
     */
    @Transactional
    List<ChangeResult> carryOut(List<PublicationStep> steps, Actor actor) {
        return carryOut(steps, actor, Map.of());
    }

    /**
     * The same as part of something larger.
     *
     * @param why what the trail says of it with each entry: the set or the schedule that it belongs to
     */
    @Transactional
    List<ChangeResult> carryOut(List<PublicationStep> steps, Actor actor, Map<String, String> why) {
        entries.lockAll(steps.stream().map(PublicationStep::entry).toList());
        List<StoreChange> changes = new ArrayList<>();
        for (PublicationStep step : steps) {
            changes.add(change(step, entry(step)));
        }
        List<ChangeResult> outcomes = store.apply(changes);
        for (int i = 0; i < steps.size(); i++) {
            mark(steps.get(i), outcomes.get(i), actor);
        }
        for (PublicationStep step : steps) {
            audit.record(actor, act(step, why));
        }
        return outcomes;
    }

    /** Destroys the text of what the public does not see, or sees no more: a draft can name a place just as well. */
    @Transactional
    void takeOutUnseen(EditorialEntry entry, Actor actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        redaction.redact(entry, now);
        entry.recordChange(actor, now);
        Map<String, String> details = Map.of("redactedRevisions", String.valueOf(entry.newestRevision));
        audit.record(actor, new AuditEvent("text-destroyed", entry.family, entry.id, null, details));
    }

    /** What the store would refuse, by entry; empty when it would publish all of it. Writes nothing. */
    Map<UUID, List<Violation>> rehearse(List<PublicationStep> steps) {
        Map<UUID, List<Violation>> found = new HashMap<>();
        List<StoreChange> changes = new ArrayList<>();
        // A look of its own, which gives its connection back before the rehearsal takes one.
        QuarkusTransaction.requiringNew().run(() -> {
            for (PublicationStep step : steps) {
                EditorialEntry entry = entry(step);
                if (step.action() == PublicationStep.Action.PUBLISH && candidate(step, entry).slug == null) {
                    found.put(entry.id, List.of(Violation.at("/slug", "required")));
                }
                changes.add(changeWithoutAsking(step, entry));
            }
        });
        store.dryRun(changes).forEach((id, violations) -> found.merge(id, violations, PublicationService::joined));
        return found;
    }

    private static List<Violation> joined(List<Violation> some, List<Violation> more) {
        List<Violation> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    public boolean needsApproval(String family) {
        return config.approval().contains(family);
    }

    private EditorialEntry entry(PublicationStep step) {
        return entries.find(step.entry()).orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-entry"));
    }

    private Revision candidate(PublicationStep step, EditorialEntry entry) {
        return entries.revision(entry, step.revision() == null ? entry.newestRevision : step.revision());
    }

    /** What the state of an entry has against the step; empty when it allows it. Says nothing of what the gate would. */
    public Optional<Message> obstacle(PublicationStep step) {
        try {
            demandState(step, entry(step));
            return Optional.empty();
        } catch (ProblemException refused) {
            return Optional.of(refused.detail());
        }
    }

    private void demandState(PublicationStep step, EditorialEntry entry) {
        if (step.action() == PublicationStep.Action.WITHDRAW) {
            entry.requirePublished(step.revision());
        } else {
            entry.requirePublishable(candidate(step, entry), needsApproval(entry.family));
        }
    }

    private StoreChange change(PublicationStep step, EditorialEntry entry) {
        demandState(step, entry);
        if (step.action() == PublicationStep.Action.PUBLISH && candidate(step, entry).slug == null) {
            throw new PublicationRejectedException(Map.of(entry.id, List.of(Violation.at("/slug", "required"))));
        }
        return changeWithoutAsking(step, entry);
    }

    private StoreChange changeWithoutAsking(PublicationStep step, EditorialEntry entry) {
        if (step.action() == PublicationStep.Action.WITHDRAW) {
            return new StoreChange.Withdraw(
                    entry.id, Objects.requireNonNull(step.reason()), step.replacedBy(), step.importance(), step.note());
        }
        return publish(families.get(entry.family), candidate(step, entry), step);
    }

    private static <C extends Record> StoreChange publish(
            ContentFamily<C> family, Revision candidate, PublicationStep step) {
        C content = ContentJson.read(candidate.content(), family.contentType());
        // What has no slug yet is only ever rehearsed, and everything else that it lacks is to be said all the same.
        String slug = Objects.requireNonNullElse(candidate.slug, "bez-sluga-" + step.entry());
        return new StoreChange.Publish<>(family, step.entry(), slug, content, step.importance(), step.note());
    }

    private void mark(PublicationStep step, ChangeResult outcome, Actor actor) {
        EditorialEntry entry = entry(step);
        Revision live = entry.liveRevision == null ? null : entries.revision(entry, entry.liveRevision);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (step.action() == PublicationStep.Action.PUBLISH) {
            entry.markPublished(candidate(step, entry), live, outcome.position(), now);
        } else {
            entry.markWithdrawn(Objects.requireNonNull(live), outcome.position(), now);
            if (step.reason() == WithdrawalReason.SAFETY) {
                redaction.redact(entry, now);
            }
        }
        entry.recordChange(actor, now);
    }

    private AuditEvent act(PublicationStep step, Map<String, String> why) {
        EditorialEntry entry = entry(step);
        Map<String, String> details = new HashMap<>(why);
        details.put("importance", step.importance().wireName());
        details.put("position", String.valueOf(entry.livePosition));
        if (step.reason() != null) {
            details.put("reason", step.reason().wireName());
            if (step.replacedBy() != null) {
                details.put("replacedBy", step.replacedBy().toString());
            }
            if (step.reason() == WithdrawalReason.SAFETY) {
                details.put("redactedRevisions", String.valueOf(entry.newestRevision));
            }
        }
        String action = step.action() == PublicationStep.Action.PUBLISH ? "published" : "withdrawn";
        return new AuditEvent(action, entry.family, entry.id, entry.liveRevision, details);
    }
}
