package org.putokaz.live.feed;

import java.util.UUID;

/** Change of an entry at a position of the feed, without what has changed. */
public record EntryChange(UUID id, String family, long position) {}
