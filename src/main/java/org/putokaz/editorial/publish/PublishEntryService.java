package org.putokaz.editorial.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.http.request.IfMatch;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.write.ChangeResult;
import org.putokaz.live.write.LiveStore;
import org.putokaz.live.write.PublicationRejectedException;
import org.putokaz.live.write.StoreChange;
import org.putokaz.problem.ProblemException;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;

/** Publication and withdrawal of a single entry on request. */
@ApplicationScoped
public class PublishEntryService {

    private final EditorialEntryRepository entries;
    private final PublicationService publications;
    private final StepPreconditions preconditions;
    private final RedactionService redaction;
    private final LiveStore store;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    PublishEntryService(
            EditorialEntryRepository entries,
            PublicationService publications,
            StepPreconditions preconditions,
            RedactionService redaction,
            LiveStore store,
            AuditTrail audit,
            Clock clock) {
        this.entries = entries;
        this.publications = publications;
        this.preconditions = preconditions;
        this.redaction = redaction;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Executes the step.
     *
     * @return the version of the entry afterwards
     * @throws ProblemException 404, 409, 412 or 422; nothing is changed then
     */
    @Transactional
    public long execute(String family, PublicationStep step, IfMatch ifMatch, Actor actor) {
        EditorialEntry entry = entries.lock(family, step.entry(), ifMatch);
        if (step.reason() == WithdrawalReason.SAFETY && !entry.published) {
            return destroyUnpublishedText(entry, step, actor);
        }
        try {
            publications.executeSingle(step, actor);
            return entry.version;
        } catch (PublicationRejectedException rejected) {
            throw EntryProblems.of(rejected, step.entry());
        }
    }

    /**
     * Checks whether the state of the entry allows the step, without executing it.
     *
     * @throws ProblemException 404, 409, 412, or 422 when the step confirms a translation that is not there
     */
    @Transactional
    public void requireAllowed(String family, PublicationStep step, IfMatch ifMatch) {
        entries.lock(family, step.entry(), ifMatch);
        preconditions.requireAllowed(step);
        preconditions.requireConfirmable(step, "");
    }

    /** Removes the text of an entry that the public does not see: a draft can disclose a confidential place as well. */
    private long destroyUnpublishedText(EditorialEntry entry, PublicationStep step, Actor actor) {
        Instant now = clock.instant();
        Map<String, String> details = new HashMap<>();
        if (step.redactSlug() && entry.liveRevision != null) {
            ChangeResult result = redactSlug(step);
            entry.recordSlugRedaction(result.position());
            details.put("position", String.valueOf(result.position()));
        }
        redaction.redact(entry, now);
        entry.recordChange(actor, now);
        details.put("redactedRevisions", String.valueOf(entry.newestRevision));
        details.put("slugRedacted", String.valueOf(step.redactSlug()));
        audit.record(actor, new AuditEvent("text-destroyed", entry.family, entry.id, null, details));
        return entry.version;
    }

    private ChangeResult redactSlug(PublicationStep step) {
        try {
            return store.apply(List.of(new StoreChange.RedactSlug(step.entry(), step.note())))
                    .get(0);
        } catch (PublicationRejectedException rejected) {
            throw EntryProblems.of(rejected, step.entry());
        }
    }
}
