package org.putokaz.editorial.draft;

import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.live.ContentJson;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.family.OpenEndedDates;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the lists of editors are filtered by, kept beside the entry whenever its text changes. */
@ApplicationScoped
public class DraftIndexer {

    private final EditorialEntryRepository entries;
    private final ContentFamilyRegistry families;
    private final DraftNameResolver names;

    @Inject
    DraftIndexer(EditorialEntryRepository entries, ContentFamilyRegistry families, DraftNameResolver names) {
        this.entries = entries;
        this.families = families;
        this.names = names;
    }

    public void index(EditorialEntry entry, JsonNode content) {
        entry.searchText = DraftTextScanner.searchText(entry.slug == null ? "" : entry.slug, content);
        entry.name = names.resolve(content);
        LocalDate due = due(families.get(entry.family), content);
        entry.verifyFrom = due == null || !isDay(due) ? OpenEndedDates.LAST_DAY : due.plusDays(1);
        entries.flush(entry);
        Set<UUID> named = DraftTextScanner.referencedIds(content);
        named.remove(entry.id);
        entries.replaceReferences(entry, named);
    }

    /** A draft may hold any day at all, and a database only some. */
    private static boolean isDay(LocalDate day) {
        return day.isAfter(OpenEndedDates.FIRST_DAY) && day.isBefore(OpenEndedDates.LAST_DAY);
    }

    private static <C extends Record> @Nullable LocalDate due(ContentFamily<C> family, JsonNode content) {
        try {
            return family.verificationDue(ContentJson.read(content, family.contentType()));
        } catch (DateTimeException beyondAllDays) {
            return null;
        }
    }
}
