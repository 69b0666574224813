package org.putokaz.http.request;

import java.util.UUID;

/**
 * State of the published store that a response was read from.
 *
 * @param feedId identity of the change feed; a restored database has another one
 * @param collationVersion version of the collation that the store's sort keys were made with
 * @param position position of the last change that the state contains
 */
public record FeedSource(UUID feedId, String collationVersion, long position) {

    /** Whether this is an earlier state of the same feed. */
    public boolean isBefore(FeedSource other) {
        return feedId.equals(other.feedId) && position < other.position;
    }
}
