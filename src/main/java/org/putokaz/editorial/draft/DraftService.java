package org.putokaz.editorial.draft;

import org.putokaz.common.UuidV7;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.http.request.IfMatch;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Where drafts are written. Every save is a revision of its own; a save that changes nothing is none. */
@ApplicationScoped
public class DraftService {

    private final EditorialEntryRepository entries;
    private final DraftContentParser contents;
    private final DraftSlugAllocator slugs;
    private final DraftIndexer index;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    DraftService(
            EditorialEntryRepository entries,
            DraftContentParser contents,
            DraftSlugAllocator slugs,
            DraftIndexer index,
            AuditTrail audit,
            Clock clock) {
        this.entries = entries;
        this.contents = contents;
        this.slugs = slugs;
        this.index = index;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins an entry. */
    @Transactional
    public UUID create(String family, DraftRequest input, Actor actor) {
        return create(family, UuidV7.generate(clock.instant()), input, actor);
    }

    /** Begins an entry whose id was given elsewhere. */
    @Transactional
    public UUID create(String family, UUID id, DraftRequest input, Actor actor) {
        EditorialEntry entry = EditorialEntry.create(id, family, now());
        entries.add(entry);
        save(entry, input, input.requiredContent(), actor);
        return id;
    }

    /**
     * Replaces the whole content; a slug that is left out stays.
     *
     * @return the version of the entry after it; so do the others
     */
    @Transactional
    public long replace(String family, UUID id, IfMatch seen, DraftRequest input, Actor actor) {
        EditorialEntry entry = lock(family, id, seen);
        save(entry, input, input.requiredContent(), actor);
        return entry.version;
    }

    /** Changes part of the content. */
    @Transactional
    public long patch(String family, UUID id, IfMatch seen, UnaryOperator<JsonNode> patch, Actor actor) {
        EditorialEntry entry = lock(family, id, seen);
        Revision head = entries.newestRevision(entry);
        head.requireNotRedacted();
        save(entry, new DraftRequest(null, null, null), patch.apply(head.content()), actor);
        return entry.version;
    }

    /** Takes an earlier text up again, as a new draft: nothing is published. */
    @Transactional
    public long restore(String family, UUID id, IfMatch seen, int number, Actor actor) {
        EditorialEntry entry = lock(family, id, seen);
        Revision earlier = entries.revision(entry, number);
        earlier.requireNotRedacted();
        DraftRequest input = new DraftRequest(earlier.slug, "↺ " + number, null);
        save(entry, input, earlier.content(), actor);
        return entry.version;
    }

    private EditorialEntry lock(String family, UUID id, IfMatch seen) {
        EditorialEntry entry = entries.lock(family, id);
        seen.requireMatch(String.valueOf(entry.version));
        return entry;
    }

    /** The same as {@link #replace} for an importer that holds the lock and has seen the state itself. */
    public void save(EditorialEntry entry, DraftRequest input, JsonNode sent, Actor actor) {
        DraftRequest.checkNote(input.note());
        JsonNode content = contents.parse(entry.family, entry.id, sent);
        String slug = slugs.allocate(entry, input.slug(), content);
        String document = content.toString();
        if (document.length() > DraftRequest.MAX_BYTES) {
            throw ProblemType.CONTENT_TOO_LARGE.because("body-longer-than", DraftRequest.MAX_BYTES);
        }
        if (entry.newestRevision > 0 && entries.newestRevision(entry).hasText(slug, document)) {
            return;
        }
        Instant now = now();
        Revision.Text text = new Revision.Text(slug, document, input.note());
        Revision saved = Revision.of(entry.id, entry.newestRevision + 1, text, actor, now);
        entry.addRevision(saved);
        entry.recordChange(actor, now);
        entries.add(saved);
        index.index(entry, content);
        AuditEvent act =
                new AuditEvent("saved", entry.family, entry.id, saved.number(), Map.of("digest", saved.digest()));
        audit.record(actor, act);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
