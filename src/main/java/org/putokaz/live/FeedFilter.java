package org.putokaz.live;

import java.util.Set;

/**
 * What of the feed a follower wants to know.
 *
 * @param families their names; empty for all, those to come included
 * @param majorOnly without entries that since then have changed in nothing that matters; removals always matter
 */
public record FeedFilter(Set<String> families, boolean majorOnly) {

    public static final FeedFilter ALL = new FeedFilter(Set.of(), false);

    public FeedFilter {
        families = Set.copyOf(families);
    }

    String condition() {
        return (families.isEmpty() ? "" : " and e.family in :families")
                + (majorOnly ? " and (e.live = false or e.majorPosition > :since)" : "");
    }
}
