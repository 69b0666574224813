package org.putokaz.live;

import java.time.Instant;
import java.util.UUID;

/**
 * State of the change feed.
 *
 * @param id changes when a database is restored from a backup, which makes older positions and tokens invalid
 * @param position of the last change; 0 before the first
 * @param changedAt time of the last change
 * @param cursorKey secret that the cursors of lists are sealed with
 * @param collationVersion version of what the stored sort keys were made by
 */
public record FeedState(UUID id, long position, Instant changedAt, String cursorKey, String collationVersion) {

    /** Without the cursor key, which must not get into logs. */
    @Override
    public String toString() {
        return "Feed " + id + " at " + position;
    }
}
