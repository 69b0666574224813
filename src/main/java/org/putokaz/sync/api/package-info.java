/**
 * HTTP access to the change feed, {@code /api/v1/changes}: one page at a time, with an optional wait, or as an event
 * stream.
 *
 * <p>{@code ChangesResource} resolves the token of the client with {@link org.putokaz.sync.feed.FeedQueryService}, and
 * hands a page request to {@link org.putokaz.sync.push.LongPollRegistry} and a stream request to {@link
 * org.putokaz.sync.push.SseBroadcaster}.
 */
@NullMarked
package org.putokaz.sync.api;

import org.jspecify.annotations.NullMarked;
