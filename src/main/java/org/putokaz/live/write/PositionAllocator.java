package org.putokaz.live.write;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.putokaz.live.FeedState;
import org.putokaz.live.entity.EntryEntity;
import org.putokaz.live.feed.ChangeFeed;

/** The positions that one publishing transaction hands out, and the time it gives them. */
public final class PositionAllocator {

    private final List<ChangeFeed.Changed> changes = new ArrayList<>();
    private final Instant at;
    private long position;

    /** Never before the time of the change before, whatever the machine's clock says. */
    PositionAllocator(FeedState feed, Instant now) {
        this.position = feed.position();
        this.at = now.isBefore(feed.changedAt()) ? feed.changedAt() : now;
    }

    /** For one change of a state that is taken over: its place and its time are known. */
    public PositionAllocator(long position, Instant at) {
        this.position = position - 1;
        this.at = at;
    }

    /** The place of a change of this entry. */
    long next(EntryEntity changed) {
        position++;
        changes.add(new ChangeFeed.Changed(changed.id, changed.family, position));
        return position;
    }

    /** All that was given a place, in order. */
    List<ChangeFeed.Changed> changes() {
        return List.copyOf(changes);
    }

    /** The last position handed out. */
    long position() {
        return position;
    }

    Instant at() {
        return at;
    }
}
