package org.putokaz.live.consistency;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.ContentJson;
import org.putokaz.live.LiveEntry;

/** Entry in the {@link EntryCache}, with its content and its views once they have been computed. */
final class CachedEntry {

    private static final long ACCESS_RECORDING_INTERVAL_NANOS =
            Duration.ofSeconds(1).toNanos();
    private static final int BYTES_PER_ENTRY = 1000;
    /** Two bytes of text, three times that for the parsed content, and the views in some languages. */
    private static final int BYTES_PER_CHARACTER = 16;

    /** Each language, and a few states of the entries that refer to this one. */
    private static final int MAX_VIEWS = 8;

    private final LiveEntry entry;
    private final Map<Object, Record> views = new ConcurrentHashMap<>(2);
    private @Nullable Record content;
    private long accessRecordedNanos;

    CachedEntry(LiveEntry entry) {
        this.entry = entry;
        this.accessRecordedNanos = System.nanoTime();
    }

    LiveEntry entry() {
        return entry;
    }

    /** Estimated size in bytes. */
    int weight() {
        String document = entry.document();
        return BYTES_PER_ENTRY + (document == null ? 0 : document.length() * BYTES_PER_CHARACTER);
    }

    /** Whether an access is to be recorded again; several threads may be told so at once. */
    boolean shouldRecordAccess(long nowNanos) {
        if (nowNanos - accessRecordedNanos < ACCESS_RECORDING_INTERVAL_NANOS) {
            return false;
        }
        accessRecordedNanos = nowNanos;
        return true;
    }

    <C extends Record> C content(Class<C> type) {
        Record known = content;
        if (known == null) {
            known = parseContent(entry, type);
            content = known;
        }
        return type.cast(known);
    }

    static <C extends Record> C parseContent(LiveEntry entry, Class<C> type) {
        String document = entry.document();
        if (document == null) {
            throw new IllegalArgumentException("A withdrawn entry has no content");
        }
        return ContentJson.read(document, type);
    }

    @Nullable
    Record view(Object key) {
        return views.get(key);
    }

    void addView(Object key, Record view) {
        if (views.size() >= MAX_VIEWS) {
            views.clear();
        }
        views.put(key, view);
    }
}
