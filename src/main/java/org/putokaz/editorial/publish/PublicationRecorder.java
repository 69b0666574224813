package org.putokaz.editorial.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.write.ChangeResult;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;

/** Writer of the results of executed steps: the new state of each entry and its event in the audit trail. */
@ApplicationScoped
class PublicationRecorder {

    private final EditorialEntryRepository entries;
    private final RedactionService redaction;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    PublicationRecorder(EditorialEntryRepository entries, RedactionService redaction, AuditTrail audit, Clock clock) {
        this.entries = entries;
        this.redaction = redaction;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records all steps, in the caller's transaction. All entries are written before the end of the audit trail is
     * locked.
     *
     * @param results one for each step, in the same order
     * @param auditDetails what each audit event says beside the step itself
     */
    void record(
            List<PublicationStep> steps, List<ChangeResult> results, Actor actor, Map<String, String> auditDetails) {
        for (int i = 0; i < steps.size(); i++) {
            updateEntry(steps.get(i), results.get(i).position(), actor);
        }
        for (PublicationStep step : steps) {
            audit.record(actor, auditEvent(step, auditDetails));
        }
    }

    private void updateEntry(PublicationStep step, long position, Actor actor) {
        EditorialEntry entry = entry(step);
        Optional<Revision> live = entries.findLiveRevision(entry);
        Instant now = clock.instant();
        if (step.action() == PublicationStep.Action.PUBLISH) {
            Revision revision = entries.revision(entry, step.revisionOrNewest(entry));
            entry.markPublished(revision, live.orElse(null), position, now);
        } else {
            entry.markWithdrawn(live.orElseThrow(), position, now);
            if (step.reason() == WithdrawalReason.SAFETY) {
                redaction.redact(entry, now);
            }
        }
        entry.recordChange(actor, now);
    }

    private AuditEvent auditEvent(PublicationStep step, Map<String, String> auditDetails) {
        EditorialEntry entry = entry(step);
        Map<String, String> details = new HashMap<>(auditDetails);
        details.put("importance", step.importance().wireName());
        details.put("position", String.valueOf(entry.livePosition));
        if (step.reason() != null) {
            details.put("reason", step.reason().wireName());
            if (step.replacedBy() != null) {
                details.put("replacedBy", step.replacedBy().toString());
            }
            if (step.reason() == WithdrawalReason.SAFETY) {
                details.put("redactedRevisions", String.valueOf(entry.newestRevision));
                details.put("slugRedacted", String.valueOf(step.redactSlug()));
            }
        }
        String action = step.action() == PublicationStep.Action.PUBLISH ? "published" : "withdrawn";
        return new AuditEvent(action, entry.family, entry.id, entry.liveRevision, details);
    }

    private EditorialEntry entry(PublicationStep step) {
        return entries.find(step.entry()).orElseThrow();
    }
}
