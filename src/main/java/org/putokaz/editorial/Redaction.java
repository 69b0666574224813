package org.putokaz.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import org.putokaz.live.Bounds;

/**
 * Takes the text of an entry that was withdrawn for somebody's safety out of every revision, newest included, and out of
 * whatever lists are searched by. What stays is that it was there: who saved it, when, and its slug.
 */
@ApplicationScoped
class Redaction {

    private final Entries entries;

    @Inject
    Redaction(Entries entries) {
        this.entries = entries;
    }

    void takeOut(Entry entry, Instant now) {
        entries.revisions(entry).forEach(revision -> revision.redact(now));
        entry.searchText = "";
        entry.name = null;
        entry.verifyFrom = Bounds.LAST_DAY;
        entry.errors = 0;
        entry.warnings = 0;
        entries.flush(entry);
        entries.mention(entry, Set.of());
    }
}
