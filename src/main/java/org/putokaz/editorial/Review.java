package org.putokaz.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.IfMatch;
import org.putokaz.problem.Problem;
import org.putokaz.problem.Violation;
import org.putokaz.security.Act;
import org.putokaz.security.Actor;
import org.putokaz.security.AuditTrail;

/** Four eyes: somebody asks for a look, somebody else gives it. */
@ApplicationScoped
class Review {

    private final Entries entries;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    Review(Entries entries, AuditTrail audit, Clock clock) {
        this.entries = entries;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return the version of the entry after it; so do the others */
    @Transactional
    long submit(String family, UUID id, IfMatch seen, Actor actor) {
        Entry entry = lock(family, id, seen);
        entry.submit(entries.head(entry), actor, now());
        audit(actor, "submitted", entry);
        return entry.version;
    }

    @Transactional
    long approve(String family, UUID id, IfMatch seen, Actor actor) {
        Entry entry = lock(family, id, seen);
        approve(entry, actor);
        return entry.version;
    }

    /** The same for whoever holds the lock and has checked that it is still what was seen. */
    void approve(Entry entry, Actor actor) {
        entry.approve(entries.head(entry), entries.handsIn(entry), actor, now());
        audit(actor, "approved", entry);
    }

    @Transactional
    long reject(String family, UUID id, IfMatch seen, @Nullable String why, Actor actor) {
        if (why == null || why.isBlank()) {
            throw Problem.MALFORMED_REQUEST.with(Violation.at("/reason", "required"));
        }
        DraftInput.checkLength("/reason", why);
        Entry entry = lock(family, id, seen);
        entry.reject(entries.head(entry), why, actor, now());
        audit(actor, "rejected", entry);
        return entry.version;
    }

    private Entry lock(String family, UUID id, IfMatch seen) {
        Entry entry = entries.lock(family, id);
        seen.demand(String.valueOf(entry.version));
        return entry;
    }

    private void audit(Actor actor, String action, Entry entry) {
        audit.record(actor, new Act(action, entry.family, entry.id, entry.revision, Map.of()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
