package org.putokaz.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.Bounds;
import org.putokaz.live.Documents;
import org.putokaz.live.Families;
import org.putokaz.live.Family;

/** What the lists of editors are filtered by, kept beside the entry whenever its text changes. */
@ApplicationScoped
class DraftIndex {

    private final Entries entries;
    private final Families families;
    private final DraftNames names;

    @Inject
    DraftIndex(Entries entries, Families families, DraftNames names) {
        this.entries = entries;
        this.families = families;
        this.names = names;
    }

    void write(Entry entry, JsonNode content) {
        entry.searchText = DraftText.toFind(entry.slug == null ? "" : entry.slug, content);
        entry.name = names.of(content);
        LocalDate due = due(families.named(entry.family), content);
        entry.verifyFrom = due == null || !isDay(due) ? Bounds.LAST_DAY : due.plusDays(1);
        entries.flush(entry);
        Set<UUID> named = DraftText.ids(content);
        named.remove(entry.id);
        entries.mention(entry, named);
    }

    /** A draft may hold any day at all, and a database only some. */
    private static boolean isDay(LocalDate day) {
        return day.isAfter(Bounds.FIRST_DAY) && day.isBefore(Bounds.LAST_DAY);
    }

    private static <C extends Record> @Nullable LocalDate due(Family<C> family, JsonNode content) {
        try {
            return family.verificationDue(Documents.read(content, family.contentType()));
        } catch (DateTimeException beyondAllDays) {
            return null;
        }
    }
}
