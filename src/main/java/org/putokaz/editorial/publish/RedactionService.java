package org.putokaz.editorial.publish;

import org.putokaz.editorial.draft.IdempotencyService;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.live.family.OpenEndedDates;
import org.putokaz.live.read.LiveEntryRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the text of an entry that was withdrawn for somebody's safety out of every revision, newest included, and out of
 * whatever lists are searched by. What stays is that it was there: who saved it, when, and its slug where the public has seen it.
 */
@ApplicationScoped
class RedactionService {

    private final EditorialEntryRepository entries;
    private final LiveEntryRepository live;
    private final IdempotencyService attempts;
    private final PlannedStepRepository planned;

    @Inject
    RedactionService(
            EditorialEntryRepository entries,
            LiveEntryRepository live,
            IdempotencyService attempts,
            PlannedStepRepository planned) {
        this.entries = entries;
        this.live = live;
        this.attempts = attempts;
        this.planned = planned;
    }

    void redact(EditorialEntry entry, Instant now) {
        for (Revision revision : entries.revisions(entry)) {
            revision.redact(now);
            revision.slug = known(entry, revision.slug);
        }
        entry.slug = known(entry, entry.slug);
        attempts.eraseFingerprints(entry.id);
        entry.searchText = "";
        entry.name = null;
        entry.verifyFrom = OpenEndedDates.LAST_DAY;
        entry.errors = 0;
        entry.warnings = 0;
        entries.flush(entry);
        entries.replaceReferences(entry, Set.of());
        planned.clearNotes(entry.id);
    }

    /** A slug that the public has seen answers "gone" for ever; any other may say too much. */
    private @Nullable String known(EditorialEntry entry, @Nullable String slug) {
        boolean seen = slug != null
                && live.findSlugOwner(entry.family, slug).filter(entry.id::equals).isPresent();
        return seen ? slug : null;
    }
}
