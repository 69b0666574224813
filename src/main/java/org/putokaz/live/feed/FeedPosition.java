package org.putokaz.live.feed;

import java.util.UUID;

/**
 * Position together with what it is a position in: positions of two feeds, or lists by name of two collations, do not
 * compare.
 *
 * @param feedId changes when the database is restored from a backup, also while a node is running
 * @param collationVersion what the sort keys were made by; changes when another node runs a newer release
 */
public record FeedPosition(UUID feedId, String collationVersion, long position) {

    /** Whether one of the two is reached from the other by publishing. */
    public boolean isComparableTo(FeedPosition other) {
        return feedId.equals(other.feedId) && collationVersion.equals(other.collationVersion);
    }

    FeedPosition withPosition(long reached) {
        return new FeedPosition(feedId, collationVersion, reached);
    }
}
