package org.putokaz.live.feed;

import java.util.Set;
import org.putokaz.live.LiveEntry;

/**
 * Filter of the feed by families. There is none by importance, because the importance of an entry's changes depends on the
 * position up to which the consumer knows them ({@link LiveEntry.ChangeInfo#importanceSince}).
 *
 * @param families names of families; empty for all, including future ones
 */
public record FeedFilter(Set<String> families) {

    public static final FeedFilter ALL = new FeedFilter(Set.of());

    public FeedFilter {
        families = Set.copyOf(families);
    }

    String hqlCondition() {
        return families.isEmpty() ? "" : " and e.family in :families";
    }
}
