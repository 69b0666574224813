package org.putokaz.live;

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
import org.putokaz.locale.LocalisedText;

/**
 * Tells the whole published state, entry by entry, for another store to take over ({@link Takeover}). Of what was
 * withdrawn for safety it tells no more than that: no old slugs, no parts, no note.
 */
@ApplicationScoped
public class Transfer {

    private static final int BATCH = 500;

    private final Session session;
    private final EntryIndex index;
    private final StoreRules rules;

    @Inject
    Transfer(Session session, EntryIndex index, StoreRules rules) {
        this.session = session;
        this.index = index;
        this.rules = rules;
    }

    /**
     * Every entry and every tombstone in the order of the feed, as of one moment, at constant memory. In a transaction of
     * its own: not to be called from within one.
     */
    @Snapshot(held = true)
    public void each(Consumer<Kept> receiver) {
        session.setDefaultReadOnly(true);
        Set<UUID> hidden = rules.hiddenPlaces();
        long order = 0;
        long last = 0;
        List<EntryRow> batch = batchAfter(last);
        while (!batch.isEmpty()) {
            Map<UUID, List<String>> slugs =
                    index.slugsOf(batch.stream().map(row -> row.id).toList());
            for (EntryRow row : batch) {
                // Counted anew, without the positions of changes that later ones have overtaken.
                Past.Times times = new Past.Times(row.firstPublishedAt, row.publishedAt, ++order);
                receiver.accept(kept(row, times, slugs.getOrDefault(row.id, List.of()), hidden.contains(row.id)));
            }
            last = batch.get(batch.size() - 1).position;
            session.clear();
            batch = batchAfter(last);
        }
    }

    private List<EntryRow> batchAfter(long position) {
        return session.createSelectionQuery(
                        "select e from EntryRow e where e.position > :last order by e.position", EntryRow.class)
                .setParameter("last", position)
                .setMaxResults(BATCH)
                .getResultList();
    }

    private Kept kept(EntryRow row, Past.Times times, List<String> slugs, boolean hidden) {
        Family<?> family = index.familyOf(row);
        boolean secret = WithdrawalReason.SAFETY.token().equals(row.reason);
        Past past = new Past(
                secret
                        ? List.of()
                        : slugs.stream().filter(slug -> !slug.equals(row.slug)).toList(),
                times,
                tombstone(row, hidden),
                secret ? List.of() : family.parts(row.id));
        return new Kept(
                family,
                row.id,
                row.slug,
                row.document == null ? null : content(row.document, family),
                Importance.of(row.importance),
                secret || row.note == null ? null : Documents.read(row.note, LocalisedText.class),
                past);
    }

    private static Past.@Nullable Tombstone tombstone(EntryRow row, boolean placeHidden) {
        return row.reason == null
                ? null
                : new Past.Tombstone(
                        WithdrawalReason.valueOf(row.reason.toUpperCase(Locale.ROOT)), row.replacedBy, placeHidden);
    }

    /** By way of the type: a document that was written long ago comes out in today's order. */
    private static <C extends Record> JsonNode content(String document, Family<C> family) {
        return Documents.tree(Documents.read(document, family.contentType()));
    }
}
