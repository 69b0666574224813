package org.putokaz.live.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.ContentJson;
import org.putokaz.live.EntryHistory;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.consistency.ConsistentRead;
import org.putokaz.live.entity.EntryEntity;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.write.EntryIndexRepository;
import org.putokaz.live.write.StoreInvariants;
import org.putokaz.live.write.TransferredEntry;
import org.putokaz.locale.LocalisedText;

/**
 * Tells the whole published state, entry by entry, for another store to take over ({@link StoreImporter}). Of what was
 * withdrawn for safety it tells no more than that: no old slugs, no parts, no note.
 */
@ApplicationScoped
public class StoreExporter {

    private static final int BATCH = 500;

    private final Session session;
    private final EntryIndexRepository index;
    private final StoreInvariants rules;

    @Inject
    StoreExporter(Session session, EntryIndexRepository index, StoreInvariants rules) {
        this.session = session;
        this.index = index;
        this.rules = rules;
    }

    /**
     * Every entry and every tombstone in the order of the feed, as of one moment, at constant memory. In a transaction of
     * its own: not to be called from within one.
     */
    @ConsistentRead(held = true)
    public void each(Consumer<TransferredEntry> receiver) {
        session.setDefaultReadOnly(true);
        Set<UUID> hidden = rules.hiddenPlaces();
        long order = 0;
        long last = 0;
        List<EntryEntity> batch = batchAfter(last);
        while (!batch.isEmpty()) {
            Map<UUID, List<String>> slugs =
                    index.slugsOf(batch.stream().map(row -> row.id).toList());
            for (EntryEntity row : batch) {
                // Counted anew, without the positions of changes that later ones have overtaken.
                EntryHistory.Times times = new EntryHistory.Times(row.firstPublishedAt, row.publishedAt, ++order);
                receiver.accept(kept(row, times, slugs.getOrDefault(row.id, List.of()), hidden.contains(row.id)));
            }
            last = batch.get(batch.size() - 1).position;
            session.clear();
            batch = batchAfter(last);
        }
    }

    private List<EntryEntity> batchAfter(long position) {
        return session.createSelectionQuery(
                        "select e from EntryEntity e where e.position > :last order by e.position", EntryEntity.class)
                .setParameter("last", position)
                .setMaxResults(BATCH)
                .getResultList();
    }

    private TransferredEntry kept(EntryEntity row, EntryHistory.Times times, List<String> slugs, boolean hidden) {
        ContentFamily<?> family = index.familyOf(row);
        boolean secret = WithdrawalReason.SAFETY.token().equals(row.reason);
        EntryHistory past = new EntryHistory(
                secret
                        ? List.of()
                        : slugs.stream().filter(slug -> !slug.equals(row.slug)).toList(),
                times,
                tombstone(row, hidden),
                secret ? List.of() : family.parts(row.id));
        return new TransferredEntry(
                family,
                row.id,
                row.slug,
                row.document == null ? null : content(row.document, family),
                Importance.of(row.importance),
                secret || row.note == null ? null : ContentJson.read(row.note, LocalisedText.class),
                past);
    }

    private static EntryHistory.@Nullable Tombstone tombstone(EntryEntity row, boolean placeHidden) {
        return row.reason == null
                ? null
                : new EntryHistory.Tombstone(
                        WithdrawalReason.valueOf(row.reason.toUpperCase(Locale.ROOT)), row.replacedBy, placeHidden);
    }

    /** By way of the type: a document that was written long ago comes out in today's order. */
    private static <C extends Record> JsonNode content(String document, ContentFamily<C> family) {
        return ContentJson.tree(ContentJson.read(document, family.contentType()));
    }
}
