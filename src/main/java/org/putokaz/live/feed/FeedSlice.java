package org.putokaz.live.feed;

import java.time.Instant;
import java.util.List;
import org.putokaz.live.FeedState;
import org.putokaz.live.LiveEntry;

/**
 * Part of the feed that was read at once.
 *
 * @param feed the state of the feed when it was read
 * @param entries in the order of their last changes, published or withdrawn
 * @param end the position up to which the consumer now knows every change
 * @param endAt when the feed reached that position
 * @param more whether the feed already went on after it
 */
public record FeedSlice(FeedState feed, List<LiveEntry> entries, long end, Instant endAt, boolean more) {}
