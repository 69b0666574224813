package org.putokaz.live.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.FeedState;

/**
 * Version of everything that a public response depends on: the feed row and the earliest scheduled change.
 *
 * @param nextScheduledChange null when nothing is scheduled; a time in the past means that the change is overdue
 * @param stamp all of this as one text, written by {@link FeedVersionRepository#STAMP_SQL}; equal for equal versions
 */
public record FeedVersion(FeedState feed, @Nullable Instant nextScheduledChange, String stamp) {}
