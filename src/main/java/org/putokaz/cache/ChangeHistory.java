package org.putokaz.cache;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.putokaz.live.feed.EntryChange;
import org.putokaz.live.feed.FeedPosition;

/**
 * Immutable record of the feed position at which each family, and each recently changed entry, last changed. It errs
 * on one side only: what it does not know counts as changed.
 */
final class ChangeHistory {

    /** Maximum number of entries with a position of their own; older changes are known by family only. */
    static final int MAX_ENTRIES = 1000;

    private final FeedPosition start;
    private final long lastPosition;
    private final Map<String, Long> families;
    private final Map<UUID, Long> entries;
    /** Entry positions are complete after this feed position. */
    private final long entriesAfter;

    private ChangeHistory(
            FeedPosition start,
            long lastPosition,
            Map<String, Long> families,
            Map<UUID, Long> entries,
            long entriesAfter) {
        this.start = start;
        this.lastPosition = lastPosition;
        this.families = families;
        this.entries = entries;
        this.entriesAfter = entriesAfter;
    }

    static ChangeHistory startingAt(FeedPosition start) {
        return new ChangeHistory(start, start.position(), Map.of(), Map.of(), start.position());
    }

    /**
     * Copy extended by further changes.
     *
     * @param changes all changes after {@link #lastPosition()}, up to {@code position}, in ascending order
     * @param position new last position
     */
    ChangeHistory plus(List<EntryChange> changes, long position) {
        Map<String, Long> allFamilies = new HashMap<>(families);
        Map<UUID, Long> allEntries = new LinkedHashMap<>(entries);
        for (EntryChange change : changes) {
            allFamilies.put(change.family(), change.position());
            // Removed first, so that the oldest change stays in front.
            allEntries.remove(change.id());
            allEntries.put(change.id(), change.position());
        }
        long after = entriesAfter;
        for (Iterator<Long> oldest = allEntries.values().iterator(); allEntries.size() > MAX_ENTRIES; ) {
            after = oldest.next();
            oldest.remove();
        }
        return new ChangeHistory(start, position, allFamilies, allEntries, after);
    }

    /** Whether these changes directly follow {@link #lastPosition()}, without a gap. */
    boolean isContiguousWith(List<EntryChange> changes) {
        return !changes.isEmpty() && changes.get(0).position() == lastPosition + 1;
    }

    boolean isComparableTo(FeedPosition position) {
        return start.isComparableTo(position);
    }

    long lastPosition() {
        return lastPosition;
    }

    /** Whether all changes up to this position are recorded. */
    boolean includes(FeedPosition position) {
        return isComparableTo(position) && lastPosition >= position.position();
    }

    /** Whether a dependency of the response may have changed after this feed position. */
    boolean affects(ResponseDependencies dependencies, long position) {
        if (dependencies.family() == null) {
            return true;
        }
        if (families.getOrDefault(dependencies.family(), start.position()) <= position) {
            return false;
        }
        if (dependencies.entry() == null || position < entriesAfter) {
            return true;
        }
        return entries.getOrDefault(dependencies.entry(), position) > position;
    }
}
