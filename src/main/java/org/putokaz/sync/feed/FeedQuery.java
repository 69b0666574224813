package org.putokaz.sync.feed;

import java.util.Set;
import org.putokaz.live.feed.FeedFilter;

/**
 * Query of the change feed. Equal queries have equal results, so one execution serves all clients that wait for it.
 *
 * @param position the position after which to read
 * @param completeUpTo the position up to which the client has every change; importance is computed from there
 * @param families empty for all
 * @param limit the maximum number of changes
 */
public record FeedQuery(long position, long completeUpTo, Set<String> families, int limit) {

    public FeedQuery {
        families = Set.copyOf(families);
    }

    FeedFilter filter() {
        return new FeedFilter(families);
    }
}
