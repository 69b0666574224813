/**
 * Change feed: positions, versions, progress. {@link org.putokaz.live.feed.FeedPositionRepository} locks and advances the
 * feed row in each publication; {@link org.putokaz.live.feed.FeedVersionRepository} reads it as the version that public
 * responses depend on, together with the {@link org.putokaz.live.feed.ScheduledChanges}.
 * {@link org.putokaz.live.feed.FeedNotifier} reports progress after each commit, and what
 * {@link org.putokaz.live.feed.FeedPoller} finds of other nodes. A {@link org.putokaz.live.feed.FeedConsumer} is woken by it
 * and reads the entries from {@link org.putokaz.live.feed.ChangeFeed}.
 */
@NullMarked
package org.putokaz.live.feed;

import org.jspecify.annotations.NullMarked;
