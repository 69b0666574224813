package org.putokaz.live.feed;

import java.util.Set;
import org.putokaz.live.LiveEntry;

/**
 * What of the feed a follower wants to know. Not by importance: what an entry's changes amount to depends on where the
 * follower last had everything ({@link LiveEntry.Told#since}).
 *
 * @param families their names; empty for all, those to come included
 */
public record FeedFilter(Set<String> families) {

    public static final FeedFilter ALL = new FeedFilter(Set.of());

    public FeedFilter {
        families = Set.copyOf(families);
    }

    String condition() {
        return families.isEmpty() ? "" : " and e.family in :families";
    }
}
