package org.putokaz.editorial.draft;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.live.ContentJson;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.family.OpenEndedDates;

/**
 * Indexer of the columns and references by which editors find an entry: search text, name, verification date, and the
 * ids that its newest revision names.
 */
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

    /** Must run in the transaction that changes the text. */
    public void index(EditorialEntry entry, JsonNode content) {
        entry.searchText = DraftTextScanner.searchText(entry.slug == null ? "" : entry.slug, content);
        entry.name = names.resolve(content);
        LocalDate due = verificationDue(families.get(entry.family), content);
        entry.verifyFrom = due == null || !isStorable(due) ? OpenEndedDates.LAST_DAY : due.plusDays(1);
        entries.flush(entry);
        Set<UUID> referenced = DraftTextScanner.referencedIds(content);
        referenced.remove(entry.id);
        entries.replaceReferences(entry, referenced);
    }

    /** A draft may hold dates beyond the range of the database. */
    private static boolean isStorable(LocalDate day) {
        return day.isAfter(OpenEndedDates.FIRST_DAY) && day.isBefore(OpenEndedDates.LAST_DAY);
    }

    private static <C extends Record> @Nullable LocalDate verificationDue(ContentFamily<C> family, JsonNode content) {
        try {
            return family.verificationDue(ContentJson.read(content, family.contentType()));
        } catch (DateTimeException outOfRange) {
            return null;
        }
    }
}
