package org.putokaz.sync.feed;

import java.util.List;

/**
 * Result of a feed query.
 *
 * @param completeUpTo the position up to which the client had every change before this result
 * @param next the query that continues after this result
 * @param endToken the same position as a token for the client
 * @param more whether the feed already went on after this result
 */
public record FeedResult(
        List<ChangeView> changes, long completeUpTo, FeedQuery next, FeedToken endToken, boolean more) {

    public String nextToken() {
        return endToken.encode();
    }

    /** The token of a client that has read up to and including that change. */
    public String tokenAfter(ChangeView change) {
        boolean last = change.equals(changes.get(changes.size() - 1));
        return last
                ? nextToken()
                : new FeedToken(
                                endToken.feed(),
                                change.position(),
                                completeUpTo,
                                change.publishedAt(),
                                endToken.families())
                        .encode();
    }

    public ChangePage toPage() {
        return new ChangePage(changes, nextToken(), more);
    }
}
