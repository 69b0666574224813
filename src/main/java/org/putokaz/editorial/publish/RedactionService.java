package org.putokaz.editorial.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.draft.IdempotencyService;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.EntryCommentRepository;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.live.family.OpenEndedDates;
import org.putokaz.live.read.LiveEntryRepository;

/**
 * Removal of the text of an entry that was withdrawn for a person's safety: from every revision, from the comments,
 * from the columns that lists are searched by, and from planned steps. Authors and times stay, and so do the slugs that are still public.
 */
@ApplicationScoped
class RedactionService {

    private final EditorialEntryRepository entries;
    private final EntryCommentRepository comments;
    private final LiveEntryRepository live;
    private final IdempotencyService idempotency;
    private final PlannedStepRepository plannedSteps;

    @Inject
    RedactionService(
            EditorialEntryRepository entries,
            EntryCommentRepository comments,
            LiveEntryRepository live,
            IdempotencyService idempotency,
            PlannedStepRepository plannedSteps) {
        this.entries = entries;
        this.comments = comments;
        this.live = live;
        this.idempotency = idempotency;
        this.plannedSteps = plannedSteps;
    }

    /** Removes the text, in the caller's transaction, which holds the lock of the entry. */
    void redact(EditorialEntry entry, Instant now) {
        for (Revision revision : entries.revisions(entry)) {
            revision.redact(now);
            revision.slug = slugIfPublic(entry, revision.slug);
        }
        entry.slug = slugIfPublic(entry, entry.slug);
        idempotency.eraseFingerprints(entry.id);
        entry.rejectedRevision = null;
        entry.searchText = "";
        entry.name = null;
        entry.verifyFrom = OpenEndedDates.LAST_DAY;
        entry.errors = 0;
        entry.warnings = 0;
        entries.flush(entry);
        comments.removeTexts(entry);
        entries.replaceReferences(entry, Set.of());
        plannedSteps.clearNotes(entry.id);
    }

    /**
     * Keeps a slug that was public, as it has to answer 410 for good, unless the published store has removed it; any other
     * may disclose something.
     */
    private @Nullable String slugIfPublic(EditorialEntry entry, @Nullable String slug) {
        boolean isPublic = slug != null
                && live.findSlugOwner(entry.family, slug)
                        .filter(entry.id::equals)
                        .isPresent();
        return isPublic ? slug : null;
    }
}
