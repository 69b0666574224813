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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.response.SerializedOnce;
import org.putokaz.http.response.SerializedViewCache;
import org.putokaz.live.ContentJson;
import org.putokaz.live.Importance;
import org.putokaz.live.LiveEntry;

/**
 * Entries that were read not long ago, with what their documents say. An entry at one position never changes, so whoever
 * knows the position need not read it again; the position itself always comes from the database. Bounded by what the
 * entries weigh, and forgotten when nobody asks.
 */
@ApplicationScoped
public class EntryCache {

    private static final long MOST_BYTES = 256L << 20;
    private static final int PART_OF_THE_HEAP = 8;
    private static final Duration UNASKED = Duration.ofMinutes(10);
    /** Wanted again within this time, an entry is not noted as wanted once more: that costs more than finding it. */
    private static final long NOTED_NANOS = Duration.ofSeconds(1).toNanos();
    /** Two bytes a character, what is parsed of it three times that, and what is shown of it in some of its languages. */
    private static final int BYTES_A_CHARACTER = 16;

    /** In more ways than these an entry is hardly asked for: each language, and a few states of what points to it. */
    private static final int VIEWS = 8;

    private static final int BYTES_AN_ENTRY = 1000;
    private static final int AT_ONCE = 1000;
    private static final String ENTRIES = "select id, family, slug, live, position, revision, document,"
            + " first_published_at, published_at, reason, replaced_by, importance, note, major_position, major_note"
            + " from live.entry where id = any(?)";

    private final VersionedQueries statements;
    private final SerializedViewCache renderings;
    private final Cache<UUID, Held> entries = Caffeine.newBuilder()
            .maximumWeight(Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / PART_OF_THE_HEAP))
            .weigher((UUID id, Held held) -> held.weight())
            .expireAfterAccess(UNASKED)
            .build();
    private volatile @Nullable UUID feed;

    @Inject
    EntryCache(VersionedQueries statements, SerializedViewCache renderings) {
        this.statements = statements;
        this.renderings = renderings;
    }

    /** Which entry, and at which position it is now. */
    public record Ref(UUID id, long position) {}

    private static final class Held {

        private final LiveEntry entry;
        private final Map<Object, Record> views = new ConcurrentHashMap<>(2);
        private @Nullable Record content;
        private long notedAt;

        Held(LiveEntry entry) {
            this.entry = entry;
            this.notedAt = System.nanoTime();
        }

        /** Whether it is time to say that it is wanted; several may say so at once. */
        boolean isToBeNoted(long now) {
            if (now - notedAt < NOTED_NANOS) {
                return false;
            }
            notedAt = now;
            return true;
        }

        int weight() {
            String document = entry.document();
            return BYTES_AN_ENTRY + (document == null ? 0 : document.length() * BYTES_A_CHARACTER);
        }

        /** Two may read it at once; both read the same. */
        <C extends Record> C content(Class<C> type) {
            Record known = content;
            if (known == null) {
                known = read(entry, type);
                content = known;
            }
            return type.cast(known);
        }
    }

    /** These entries, in the same order; what is not remembered is read in one statement a thousand. */
    public List<LiveEntry> at(UUID now, List<Ref> refs) {
        forgetAnotherFeed(now);
        LiveEntry[] found = new LiveEntry[refs.size()];
        Map<UUID, LiveEntry> fresh = new HashMap<>();
        List<UUID> missing = new ArrayList<>();
        Policy<UUID, Held> quietly = entries.policy();
        long time = System.nanoTime();
        for (int i = 0; i < found.length; i++) {
            Ref ref = refs.get(i);
            Held held = quietly.getIfPresentQuietly(ref.id());
            if (held != null && held.isToBeNoted(time)) {
                held = entries.getIfPresent(ref.id());
            }
            if (held != null && held.entry.position() == ref.position()) {
                found[i] = held.entry;
            } else {
                missing.add(ref.id());
            }
        }
        read(missing, fresh);
        for (int i = 0; i < found.length; i++) {
            if (found[i] == null) {
                found[i] = Objects.requireNonNull(fresh.get(refs.get(i).id()));
            }
        }
        return List.of(found);
    }

    /** As if nobody had read anything. */
    void forget() {
        entries.invalidateAll();
    }

    /** After a restored backup positions mean something else. */
    private void forgetAnotherFeed(UUID now) {
        if (!now.equals(feed)) {
            forget();
            feed = now;
        }
    }

    private void read(List<UUID> missing, Map<UUID, LiveEntry> known) {
        for (int from = 0; from < missing.size(); from += AT_ONCE) {
            UUID[] some = missing.subList(from, Math.min(from + AT_ONCE, missing.size()))
                    .toArray(UUID[]::new);
            statements
                    .list(ENTRIES, List.of((Object) some), EntryCache::entry)
                    .forEach(entry -> {
                        entries.put(entry.id(), new Held(entry));
                        known.put(entry.id(), entry);
                    });
        }
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
                moment(row, 8),
                moment(row, 9),
                row.getString(10),
                row.getObject(11, UUID.class),
                new LiveEntry.Told(
                        Importance.of(row.getString(12)), row.getString(13), row.getLong(14), row.getString(15)));
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** What an entry's document says. */
    public <C extends Record> C content(LiveEntry entry, Class<C> type) {
        Held held = held(entry);
        return held == null ? read(entry, type) : held.content(type);
    }

    /**
     * Where this very entry is remembered; null where it is not. A preview has the id and the position of what is published,
     * and says something else. That it is wanted has been noted already: it was found {@linkplain #at there} just now.
     */
    private @Nullable Held held(LiveEntry entry) {
        Held held = entries.policy().getIfPresentQuietly(entry.id());
        return held != null && held.entry == entry ? held : null;
    }

    /**
     * What is shown of an entry, made once for all who are shown the same.
     *
     * @param of all that it depends on beside the entry itself, with {@code equals}
     */
    public <V extends Record & SerializedOnce> V view(LiveEntry entry, Object of, Class<V> type, Supplier<V> made) {
        Held held = held(entry);
        if (held == null) {
            return made.get();
        }
        Record known = held.views.get(of);
        if (known != null) {
            return type.cast(known);
        }
        V view = made.get();
        renderings.register(view);
        if (held.views.size() >= VIEWS) {
            held.views.clear();
        }
        held.views.put(of, view);
        return view;
    }

    private static <C extends Record> C read(LiveEntry entry, Class<C> type) {
        String document = entry.document();
        if (document == null) {
            throw new IllegalArgumentException("A tombstone has no content");
        }
        return ContentJson.read(document, type);
    }
}
