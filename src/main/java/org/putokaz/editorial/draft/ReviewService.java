package org.putokaz.editorial.draft;

import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.http.request.IfMatch;
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
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Four eyes: somebody asks for a look, somebody else gives it. */
@ApplicationScoped
public class ReviewService {

    private final EditorialEntryRepository entries;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    ReviewService(EditorialEntryRepository entries, AuditTrail audit, Clock clock) {
        this.entries = entries;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return the version of the entry after it; so do the others */
    @Transactional
    public long submit(String family, UUID id, IfMatch seen, Actor actor) {
        EditorialEntry entry = lock(family, id, seen);
        entry.submit(entries.newestRevision(entry), actor, now());
        audit(actor, "submitted", entry);
        return entry.version;
    }

    @Transactional
    public long approve(String family, UUID id, IfMatch seen, Actor actor) {
        EditorialEntry entry = lock(family, id, seen);
        approve(entry, actor);
        return entry.version;
    }

    /** The same for whoever holds the lock and has checked that it is still what was seen. */
    void approve(EditorialEntry entry, Actor actor) {
        entry.approve(entries.newestRevision(entry), entries.unpublishedRevisionAuthors(entry), actor, now());
        audit(actor, "approved", entry);
    }

    @Transactional
    public long reject(String family, UUID id, IfMatch seen, @Nullable String why, Actor actor) {
        if (why == null || why.isBlank()) {
            throw ProblemType.MALFORMED_REQUEST.with(Violation.at("/reason", "required"));
        }
        DraftRequest.checkLength("/reason", why);
        EditorialEntry entry = lock(family, id, seen);
        entry.reject(entries.newestRevision(entry), why, actor, now());
        audit(actor, "rejected", entry);
        return entry.version;
    }

    private EditorialEntry lock(String family, UUID id, IfMatch seen) {
        EditorialEntry entry = entries.lock(family, id);
        seen.requireMatch(String.valueOf(entry.version));
        return entry;
    }

    private void audit(Actor actor, String action, EditorialEntry entry) {
        audit.record(actor, new AuditEvent(action, entry.family, entry.id, entry.newestRevision, Map.of()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
