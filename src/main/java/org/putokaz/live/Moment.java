package org.putokaz.live;

import java.time.Instant;

/** The positions that one publishing transaction hands out, and the time it gives them. */
final class Moment {

    private long position;
    private final Instant at;

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

    long next() {
        return ++position;
    }

    /** The last position handed out. */
    long position() {
        return position;
    }

    Instant at() {
        return at;
    }
}
