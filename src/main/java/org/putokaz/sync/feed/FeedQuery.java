package org.putokaz.sync.feed;

import org.putokaz.live.feed.FeedFilter;
import java.util.Set;

/**
 * What somebody asks of the feed. Whoever asks the same gets the same, so it is looked up once for all of them.
 *
 * @param position after which to begin
 * @param complete where the feed stood when whoever asks last had everything; what is major is seen from there
 * @param families empty for all
 * @param most how many changes at most
 */
public record FeedQuery(long position, long complete, Set<String> families, int most) {

    public FeedQuery {
        families = Set.copyOf(families);
    }

    FeedFilter filter() {
        return new FeedFilter(families);
    }
}
