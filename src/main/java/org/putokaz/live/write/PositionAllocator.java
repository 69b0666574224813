package org.putokaz.live.write;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.putokaz.live.FeedState;
import org.putokaz.live.entity.EntryEntity;
import org.putokaz.live.feed.EntryChange;

/** Allocator of consecutive positions to the changes of one publishing transaction, all at one time. */
public final class PositionAllocator {

    private final List<EntryChange> changes = new ArrayList<>();
    private final Instant at;
    private long position;

    /** Allocates after the last change, and never at a time before that change's, whatever the machine's clock says. */
    PositionAllocator(FeedState feed, Instant now) {
        this.position = feed.position();
        this.at = now.isBefore(feed.changedAt()) ? feed.changedAt() : now;
    }

    /** Allocates from a given position at a given time, for an imported change. */
    public PositionAllocator(long firstPosition, Instant at) {
        this.position = firstPosition - 1;
        this.at = at;
    }

    /** Allocates the next position to a change of this entry. */
    long allocate(EntryEntity changed) {
        position++;
        changes.add(new EntryChange(changed.id, changed.family, position));
        return position;
    }

    /** The changes so far, in the order of their positions. */
    List<EntryChange> changes() {
        return List.copyOf(changes);
    }

    /** The last position allocated. */
    long position() {
        return position;
    }

    Instant at() {
        return at;
    }
}
