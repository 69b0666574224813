package org.putokaz.live;

import java.time.Instant;
import java.util.UUID;

/**
 * Where the feed stands.
 *
 * @param id changes when a database is restored, so that tokens from before are not silently wrong
 * @param position of the last change; 0 before the first
 * @param changedAt when that was
 * @param collationVersion the ICU data the stored sort keys were made with
 */
public record FeedState(UUID id, long position, Instant changedAt, String cursorKey, String collationVersion) {

    @Override
    public String toString() {
        return "Feed " + id + " at " + position;
    }
}
