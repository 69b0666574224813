package org.putokaz.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The positions that one publishing transaction hands out, and the time it gives them. */
final class Moment {

    private final List<ChangeFeed.Changed> changes = new ArrayList<>();
    private final Instant at;
    private long position;

    /** Never before the time of the change before, whatever the machine's clock says. */
    Moment(Feed feed, Instant now) {
        this.position = feed.position();
        this.at = now.isBefore(feed.changedAt()) ? feed.changedAt() : now;
    }

    /** For one change of a state that is taken over: its place and its time are known. */
    Moment(long position, Instant at) {
        this.position = position - 1;
        this.at = at;
    }

    /** The place of a change of this entry. */
    long next(EntryRow changed) {
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
