package org.putokaz.live.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.ContentJson;
import org.putokaz.live.EntryHistory;
import org.putokaz.live.Importance;
import org.putokaz.live.OutdatedTexts;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.consistency.ConsistentRead;
import org.putokaz.live.entity.EntryEntity;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.InheritedFacts;
import org.putokaz.live.write.EntryIndexRepository;
import org.putokaz.live.write.StoreInvariants;
import org.putokaz.live.write.TransferredEntry;
import org.putokaz.locale.LocalisedText;

/**
 * Exporter of the whole published state for {@link StoreImporter}. Of an entry that was withdrawn for safety only the
 * tombstone is exported: no former slugs, no sub-entries, no note.
 */
@ApplicationScoped
public class StoreExporter {

    private static final int BATCH_SIZE = 500;

    private final Session session;
    private final EntryIndexRepository index;
    private final StoreInvariants invariants;

    @Inject
    StoreExporter(Session session, EntryIndexRepository index, StoreInvariants invariants) {
        this.session = session;
        this.index = index;
        this.invariants = invariants;
    }

    /**
     * Exports every entry and every tombstone in the order of the feed, from one snapshot, with constant memory. Opens a
     * transaction of its own and must not be called within one.
     */
    @ConsistentRead(snapshotTransaction = true)
    public void forEachEntry(Consumer<TransferredEntry> consumer) {
        session.setDefaultReadOnly(true);
        Set<UUID> confidential = invariants.findConfidentialUnits();
        long order = 0;
        long last = 0;
        List<EntryEntity> batch = readBatchAfter(last);
        while (!batch.isEmpty()) {
            Map<UUID, List<String>> slugs =
                    index.findSlugs(batch.stream().map(entry -> entry.id).toList());
            for (EntryEntity entry : batch) {
                // Numbered anew, as later changes have left gaps between the positions.
                EntryHistory.Times times = new EntryHistory.Times(entry.firstPublishedAt, entry.publishedAt, ++order);
                consumer.accept(transferred(
                        entry, times, slugs.getOrDefault(entry.id, List.of()), confidential.contains(entry.id)));
            }
            last = batch.get(batch.size() - 1).position;
            session.clear();
            batch = readBatchAfter(last);
        }
    }

    private List<EntryEntity> readBatchAfter(long position) {
        return session.createSelectionQuery(
                        "select e from EntryEntity e where e.position > :last order by e.position", EntryEntity.class)
                .setParameter("last", position)
                .setMaxResults(BATCH_SIZE)
                .getResultList();
    }

    private TransferredEntry transferred(
            EntryEntity entry, EntryHistory.Times times, List<String> slugs, boolean confidential) {
        ContentFamily<?> family = index.familyOf(entry);
        boolean withdrawnForSafety = WithdrawalReason.SAFETY.wireName().equals(entry.reason);
        EntryHistory history = new EntryHistory(
                withdrawnForSafety
                        ? List.of()
                        : slugs.stream()
                                .filter(slug -> !slug.equals(entry.slug))
                                .toList(),
                times,
                tombstone(entry, confidential),
                OutdatedTexts.read(entry.outdated).byLanguage(),
                withdrawnForSafety ? List.of() : family.subEntries(entry.id));
        return new TransferredEntry(
                family,
                entry.id,
                entry.slug,
                entry.document == null ? null : content(entry, family),
                Importance.of(entry.importance),
                withdrawnForSafety || entry.note == null ? null : ContentJson.read(entry.note, LocalisedText.class),
                history);
    }

    private static EntryHistory.@Nullable Tombstone tombstone(EntryEntity entry, boolean confidential) {
        return entry.reason == null
                ? null
                : new EntryHistory.Tombstone(
                        WithdrawalReason.valueOf(entry.reason.toUpperCase(Locale.ROOT)),
                        entry.replacedBy,
                        entry.substitutable,
                        confidential);
    }

    /**
     * The content as its editor would have to write it for the same telephone numbers: with the country in which they were
     * read. Read and written by its type, so that old documents come out in the current order of fields.
     */
    private static <C extends Record> JsonNode content(EntryEntity entry, ContentFamily<C> family) {
        C published = ContentJson.read(Objects.requireNonNull(entry.document), family.contentType());
        C authored = ContentJson.read(Objects.requireNonNull(entry.authoredDocument()), family.contentType());
        String country = family.inheritedFacts(authored, published).country();
        return ContentJson.tree(family.withInheritedFacts(authored, new InheritedFacts(country, null)));
    }
}
