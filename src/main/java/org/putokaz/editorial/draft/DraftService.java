package org.putokaz.editorial.draft;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.putokaz.common.UuidV7;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.http.request.IfMatch;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;

/**
 * Writes of drafts. Each save makes a new revision; a save that changes neither slug nor content makes none. Methods
 * that return a number return the version of the entry after the write.
 */
@ApplicationScoped
public class DraftService {

    private final EditorialEntryRepository entries;
    private final DraftContentParser contents;
    private final DraftSlugAllocator slugs;
    private final DraftIndexer indexer;
    private final IdempotencyService idempotency;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    DraftService(
            EditorialEntryRepository entries,
            DraftContentParser contents,
            DraftSlugAllocator slugs,
            DraftIndexer indexer,
            IdempotencyService idempotency,
            AuditTrail audit,
            Clock clock) {
        this.entries = entries;
        this.contents = contents;
        this.slugs = slugs;
        this.indexer = indexer;
        this.idempotency = idempotency;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Creates an entry, or finds the one that the same request created before. A slug that nobody asked for is derived
     * again when another request has taken it meanwhile, and at last so that no other can.
     *
     * @param idempotencyKey the header {@code Idempotency-Key}; null to create one each time
     * @param body a {@link DraftRequest} as JSON
     * @return the id of the entry
     */
    public UUID create(String family, @Nullable String idempotencyKey, byte[] body, Actor actor) {
        DraftRequest request = DraftRequest.parse(body);
        return derivingSlug(
                request,
                derivation -> idempotency.executeOnce(
                        actor,
                        idempotencyKey,
                        family,
                        body,
                        () -> create(family, UuidV7.generate(clock.instant()), request, derivation, actor)));
    }

    private static <T> T derivingSlug(DraftRequest request, Function<SlugDerivation, T> write) {
        return request.slug() == null ? SlugDerivation.retry(write) : write.apply(SlugDerivation.FROM_NAME);
    }

    /** Creates an entry with a new id. */
    @Transactional
    public UUID create(String family, DraftRequest request, Actor actor) {
        return create(family, UuidV7.generate(clock.instant()), request, actor);
    }

    /** Creates an entry with an id from elsewhere. */
    @Transactional
    public UUID create(String family, UUID id, DraftRequest request, Actor actor) {
        return create(family, id, request, SlugDerivation.FROM_NAME, actor);
    }

    private UUID create(String family, UUID id, DraftRequest request, SlugDerivation derivation, Actor actor) {
        EditorialEntry entry = EditorialEntry.create(id, family, clock.instant());
        entries.add(entry);
        save(entry, request, request.requiredContent(), derivation, actor);
        return id;
    }

    /** Replaces the whole content; a slug that is left out stays, or is derived for an entry that has none. */
    public long replace(String family, UUID id, IfMatch ifMatch, DraftRequest request, Actor actor) {
        return derivingSlug(
                request,
                derivation -> QuarkusTransaction.requiringNew().call(() -> {
                    EditorialEntry entry = lock(family, id, ifMatch);
                    save(entry, request, request.requiredContent(), derivation, actor);
                    return entry.version;
                }));
    }

    /** Changes part of the content, and the slug where the patch names one. */
    public long patch(String family, UUID id, IfMatch ifMatch, DraftPatch patch, Actor actor) {
        DraftRequest request = new DraftRequest(patch.slug(), patch.note(), null);
        return derivingSlug(
                request,
                derivation -> QuarkusTransaction.requiringNew().call(() -> {
                    EditorialEntry entry = lock(family, id, ifMatch);
                    Revision newest = entries.newestRevision(entry);
                    newest.requireNotRedacted();
                    save(entry, request, patch.content().apply(newest.content()), derivation, actor);
                    return entry.version;
                }));
    }

    /** Saves slug and content of an earlier revision as a new draft. Nothing is published. */
    @Transactional
    public long restore(String family, UUID id, IfMatch ifMatch, int number, Actor actor) {
        EditorialEntry entry = lock(family, id, ifMatch);
        restore(entry, number, actor);
        return entry.version;
    }

    /**
     * Saves slug and content of an earlier revision as a new draft. The caller holds the lock on the entry.
     *
     * @throws org.putokaz.problem.ProblemException 409 when its text was destroyed or its slug is taken, 422 when no draft may
     *     hold its content any more; nothing is changed then
     */
    public void restore(EditorialEntry entry, int number, Actor actor) {
        Revision earlier = entries.revision(entry, number);
        earlier.requireNotRedacted();
        DraftRequest request = new DraftRequest(earlier.slug, "↺ " + number, null);
        save(entry, request, earlier.content(), actor);
    }

    private EditorialEntry lock(String family, UUID id, IfMatch ifMatch) {
        EditorialEntry entry = entries.lock(family, id);
        ifMatch.requireMatch(String.valueOf(entry.version));
        return entry;
    }

    /** Saves the content with a slug derived from the name, where none is asked for and the entry has none. */
    public void save(EditorialEntry entry, DraftRequest request, JsonNode newContent, Actor actor) {
        save(entry, request, newContent, SlugDerivation.FROM_NAME, actor);
    }

    /**
     * Saves the content as the newest revision. The caller holds the lock on the entry and has checked its version.
     *
     * @param request slug and note; its content is not looked at
     * @throws ProblemException 409 when the slug is taken, also by another transaction at the same time; 413, 422
     */
    private void save(
            EditorialEntry entry, DraftRequest request, JsonNode newContent, SlugDerivation derivation, Actor actor) {
        DraftRequest.checkNote(request.note());
        Revision newest = entry.newestRevision == 0 ? null : entries.newestRevision(entry);
        JsonNode content = contents.parse(entry.family, entry.id, newContent, newest == null ? null : newest.content());
        DraftSlugAllocator.Allocation allocated = slugs.allocate(entry, request.slug(), content, derivation);
        String slug = allocated.slug();
        String document = content.toString();
        if (document.length() > DraftRequest.MAX_BYTES) {
            throw ProblemType.CONTENT_TOO_LARGE.because("body-longer-than", DraftRequest.MAX_BYTES);
        }
        if (newest != null && newest.hasText(slug, document)) {
            return;
        }
        Instant now = clock.instant();
        Revision.Text text = new Revision.Text(slug, document, request.note());
        Revision revision = Revision.of(entry.id, entry.newestRevision + 1, text, actor, now);
        entry.addRevision(revision);
        entry.slugDerived = allocated.derived();
        entry.recordChange(actor, now);
        entries.add(revision);
        indexer.index(entry, content);
        Map<String, String> details = Map.of("digest", revision.digest());
        audit.record(actor, new AuditEvent("saved", entry.family, entry.id, revision.number(), details));
    }
}
