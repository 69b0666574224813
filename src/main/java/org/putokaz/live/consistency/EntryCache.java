package org.putokaz.live.consistency;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.response.SerializedOnce;
import org.putokaz.http.response.SerializedViewCache;
import org.putokaz.live.Importance;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.OutdatedTexts;
import org.putokaz.live.ReferenceDays;

/**
 * Cache of entries with their parsed contents and their views (docs/decisions/0021, 0024). Used by
 * {@link org.putokaz.live.read.LiveEntryRepository} alone.
 *
 * <h2>Consistency</h2>
 *
 * An entry at one position never changes. The id and the position always come from the database, and a cached entry is used
 * only if its position is that one; so nothing has to be invalidated. Entries are cached within a {@link ConsistentRead}
 * only: what a publishing transaction reads may be rolled back, and its position given to another change. In a feed with
 * another id positions mean something else, and the cache is cleared.
 *
 * <h2>Concurrency</h2>
 *
 * Threads may load, parse or map the same entry at once; the results are equal, and any of them may stay. A look-up
 * reads a concurrent map. Accesses are recorded in Caffeine once a second for each entry: its bookkeeping costs
 * more than the look-up, and wakes a thread for every few pages (docs/decisions/0028).
 *
 * <h2>Bounds</h2>
 *
 * An eighth of the heap and 256 MiB at most, by estimated weight; ten minutes without access; eight
 * views of each entry.
 */
@ApplicationScoped
public class EntryCache {

    private static final long MAX_BYTES = 256L << 20;
    private static final int HEAP_DIVISOR = 8;
    private static final Duration EXPIRY_AFTER_ACCESS = Duration.ofMinutes(10);
    private static final int BATCH_SIZE = 1000;
    private static final String ENTRIES = "select id, family, slug, live, position, revision, document,"
            + " first_published_at, published_at, reason, replaced_by, importance, note, major_position, major_note, outdated, reference_days"
            + " from live.entry where id = any(?)";

    private final VersionedQueries queries;
    private final SerializedViewCache serializedViews;
    private final Cache<UUID, CachedEntry> entries = Caffeine.newBuilder()
            .maximumWeight(Math.min(MAX_BYTES, Runtime.getRuntime().maxMemory() / HEAP_DIVISOR))
            .weigher((UUID id, CachedEntry cached) -> cached.weight())
            .expireAfterAccess(EXPIRY_AFTER_ACCESS)
            .build();
    private volatile @Nullable UUID feedId;

    @Inject
    EntryCache(VersionedQueries queries, SerializedViewCache serializedViews) {
        this.queries = queries;
        this.serializedViews = serializedViews;
    }

    /** Reference to an entry at its current position. */
    public record EntryRef(UUID id, long position) {}

    /**
     * Returns these entries in the same order. Those that are not cached are read in one query for each thousand.
     *
     * @param currentFeedId id of the feed that the positions belong to
     */
    public List<LiveEntry> loadAll(UUID currentFeedId, List<EntryRef> refs) {
        clearIfOfAnotherFeed(currentFeedId);
        LiveEntry[] found = new LiveEntry[refs.size()];
        List<UUID> missing = new ArrayList<>();
        Policy<UUID, CachedEntry> unrecorded = entries.policy();
        long nowNanos = System.nanoTime();
        for (int i = 0; i < found.length; i++) {
            EntryRef ref = refs.get(i);
            CachedEntry cached = unrecorded.getIfPresentQuietly(ref.id());
            if (cached != null && cached.shouldRecordAccess(nowNanos)) {
                cached = entries.getIfPresent(ref.id());
            }
            if (cached != null && cached.entry().position() == ref.position()) {
                found[i] = cached.entry();
            } else {
                missing.add(ref.id());
            }
        }
        Map<UUID, LiveEntry> loaded = load(missing);
        for (int i = 0; i < found.length; i++) {
            if (found[i] == null) {
                found[i] = Objects.requireNonNull(loaded.get(refs.get(i).id()));
            }
        }
        return List.of(found);
    }

    public void clear() {
        entries.invalidateAll();
    }

    private void clearIfOfAnotherFeed(UUID currentFeedId) {
        if (!currentFeedId.equals(feedId)) {
            clear();
            feedId = currentFeedId;
        }
    }

    private Map<UUID, LiveEntry> load(List<UUID> ids) {
        Map<UUID, LiveEntry> loaded = new HashMap<>();
        for (int from = 0; from < ids.size(); from += BATCH_SIZE) {
            UUID[] batch =
                    ids.subList(from, Math.min(from + BATCH_SIZE, ids.size())).toArray(UUID[]::new);
            queries.queryList(ENTRIES, List.of((Object) batch), EntryCache::entry)
                    .forEach(entry -> {
                        entries.put(entry.id(), new CachedEntry(entry));
                        loaded.put(entry.id(), entry);
                    });
        }
        return loaded;
    }

    private static LiveEntry entry(ResultSet row) throws SQLException {
        return new LiveEntry(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getLong(5),
                row.getInt(6),
                row.getString(7),
                instant(row, 8),
                instant(row, 9),
                row.getString(10),
                row.getObject(11, UUID.class),
                OutdatedTexts.read(row.getString(16)),
                ReferenceDays.read(row.getString(17)),
                new LiveEntry.ChangeInfo(
                        Importance.of(row.getString(12)), row.getString(13), row.getLong(14), row.getString(15)));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The content of an entry, parsed once while the entry is cached. */
    public <C extends Record> C content(LiveEntry entry, Class<C> type) {
        CachedEntry cached = cached(entry);
        return cached == null ? CachedEntry.parseContent(entry, type) : cached.content(type);
    }

    /**
     * The cached form of this very object, or null: a preview has the id and the position of the published entry and
     * another content. Its access was recorded when it was {@linkplain #loadAll loaded}.
     */
    private @Nullable CachedEntry cached(LiveEntry entry) {
        CachedEntry cached = entries.policy().getIfPresentQuietly(entry.id());
        return cached != null && cached.entry() == entry ? cached : null;
    }

    /**
     * The view of an entry, computed once for equal keys while the entry is cached.
     *
     * @param key everything that the view depends on beside the entry itself
     */
    public <V extends Record & SerializedOnce> V cachedView(
            LiveEntry entry, Object key, Class<V> type, Supplier<V> view) {
        CachedEntry cached = cached(entry);
        if (cached == null) {
            return view.get();
        }
        Record known = cached.view(key);
        if (known != null) {
            return type.cast(known);
        }
        V computed = view.get();
        serializedViews.register(computed);
        cached.addView(key, computed);
        return computed;
    }
}
