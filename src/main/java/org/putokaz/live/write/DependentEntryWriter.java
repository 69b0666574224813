package org.putokaz.live.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.Availability;
import org.putokaz.live.ContentJson;
import org.putokaz.live.Importance;
import org.putokaz.live.OutdatedTexts;
import org.putokaz.live.ReferenceDays;
import org.putokaz.live.entity.EntryEntity;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.IndexedFields;
import org.putokaz.locale.LanguagePolicy;

/**
 * Writer of published entries whose content changes because other entries have changed. Runs in the transaction of that change, for
 * {@link DependentEntryUpdater}.
 */
@ApplicationScoped
public class DependentEntryWriter {

    private final EntryIndexRepository index;
    private final LanguagePolicy languages;

    @Inject
    DependentEntryWriter(EntryIndexRepository index, LanguagePolicy languages) {
        this.index = index;
        this.languages = languages;
    }

    /** New content of a published entry that depends on others which have changed. */
    record Update<C extends Record>(EntryEntity entry, PreparedContent<C> prepared, ReferenceDays days) {}

    /**
     * Prepares the update of a published entry, without writing anything; empty when clients get the same as before. It is not
     * validated: rules that were added after its publication must not prevent the change of another entry.
     *
     * @param completion of the authored content, from it and from what is published, by what it takes from other entries
     * @param availability of a referenced entry
     */
    <C extends Record> Optional<Update<C>> prepare(
            EntryEntity entry,
            ContentFamily<C> family,
            BinaryOperator<C> completion,
            Function<UUID, Availability> availability) {
        C authored = ContentJson.read(Objects.requireNonNull(entry.authoredDocument()), family.contentType());
        StoreChange.Publish<C> change =
                new StoreChange.Publish<>(family, entry.id, entry.slug, authored, Importance.MAJOR, null);
        C published = ContentJson.read(Objects.requireNonNull(entry.document), family.contentType());
        PreparedContent<C> prepared = PreparedContent.of(change, derived -> completion.apply(derived, published))
                .withOutdated(OutdatedTexts.read(entry.outdated));
        ReferenceDays days = referenceDays(family.indexedFields(entry.id, prepared.content()), availability);
        boolean same = prepared.document().equals(entry.document) && Objects.equals(days.store(), entry.referenceDays);
        return same ? Optional.empty() : Optional.of(new Update<>(entry, prepared, days));
    }

    private static ReferenceDays referenceDays(IndexedFields fields, Function<UUID, Availability> availability) {
        Map<UUID, Availability> days = new HashMap<>();
        for (IndexedFields.Reference reference : fields.references()) {
            Availability of = availability.apply(reference.to());
            if (!of.equals(Availability.ALWAYS)) {
                days.put(reference.to(), of);
            }
        }
        return new ReferenceDays(days);
    }

    /**
     * Writes updates together: the index rows of all are deleted first, as each deletion flushes the session.
     *
     * @param allocator null to keep the positions and the times of the entries
     */
    void writeAll(List<Update<?>> updates, @Nullable PositionAllocator allocator) {
        index.clearAll(updates.stream().map(update -> update.entry().id).toList());
        updates.forEach(update -> write(update, allocator));
    }

    private <C extends Record> void write(Update<C> update, @Nullable PositionAllocator allocator) {
        EntryEntity entry = update.entry;
        if (allocator != null) {
            EntryWriter.assignPosition(entry, Importance.MAJOR, null, allocator, true);
        }
        IndexedFields fields = EntryWriter.indexedFields(update.prepared);
        EntryWriter.applyContent(entry, update.prepared, fields.locationPrivacy());
        entry.referenceDays = update.days.store();
        index.add(entry, fields);
        update.prepared
                .change()
                .family()
                .saveIndexRow(entry.id, entry.position, update.prepared.content(), new ContentViolations(languages));
    }
}
