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
 * Where each family, and each of the entries that changed lately, changed last. Whatever is not known is taken to have
 * changed.
 */
final class ChangeHistory {

    /** Entries that are known by themselves; what changed before them is known by its family alone. */
    static final int MOST_ENTRIES = 1000;

    private final FeedPosition began;
    private final long upTo;
    private final Map<String, Long> families;
    private final Map<UUID, Long> entries;
    private final long entriesAfter;

    private ChangeHistory(
            FeedPosition began, long upTo, Map<String, Long> families, Map<UUID, Long> entries, long entriesAfter) {
        this.began = began;
        this.upTo = upTo;
        this.families = families;
        this.entries = entries;
        this.entriesAfter = entriesAfter;
    }

    static ChangeHistory from(FeedPosition place) {
        return new ChangeHistory(place, place.position(), Map.of(), Map.of(), place.position());
    }

    /**
     * @param changes all that there is after the position reached so far, in the order of their positions
     * @param position up to which that is all
     */
    ChangeHistory and(List<EntryChange> changes, long position) {
        Map<String, Long> allFamilies = new HashMap<>(families);
        Map<UUID, Long> allEntries = new LinkedHashMap<>(entries);
        for (EntryChange change : changes) {
            allFamilies.put(change.family(), change.position());
            // Taken out first, so that the eldest change stays in front.
            allEntries.remove(change.id());
            allEntries.put(change.id(), change.position());
        }
        long after = entriesAfter;
        for (Iterator<Long> eldest = allEntries.values().iterator(); allEntries.size() > MOST_ENTRIES; ) {
            after = eldest.next();
            eldest.remove();
        }
        return new ChangeHistory(began, position, allFamilies, allEntries, after);
    }

    /** Whether these are what comes next, without a gap. */
    boolean isFollowedBy(List<EntryChange> changes) {
        return !changes.isEmpty() && changes.get(0).position() == upTo + 1;
    }

    boolean isOf(FeedPosition place) {
        return began.isComparableTo(place);
    }

    long upTo() {
        return upTo;
    }

    boolean covers(FeedPosition now) {
        return isOf(now) && upTo >= now.position();
    }

    /** Whether something of which an answer was made may have changed after this position. */
    boolean haveTouched(ResponseDependencies answer, long position) {
        if (answer.family() == null) {
            return true;
        }
        if (families.getOrDefault(answer.family(), began.position()) <= position) {
            return false;
        }
        if (answer.entry() == null || position < entriesAfter) {
            return true;
        }
        return entries.getOrDefault(answer.entry(), position) > position;
    }
}
