/**
 * The published store: what the public API serves, and nothing else. {@link org.putokaz.live.write.LiveStore} applies changes
 * of entries, whose types {@link org.putokaz.live.family.ContentFamily} describes, and gives each a position in the
 * {@link org.putokaz.live.feed.ChangeFeed}. {@link org.putokaz.live.read.LiveEntryRepository} reads entries and lists, at one
 * version for each response ({@link org.putokaz.live.consistency.ConsistentRead}). This package holds the values that all of
 * them exchange, above all the {@link org.putokaz.live.LiveEntry}.
 */
@NullMarked
package org.putokaz.live;

import org.jspecify.annotations.NullMarked;
