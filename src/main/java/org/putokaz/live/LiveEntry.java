package org.putokaz.live;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the public store holds it.
 *
 * @param position of its last change in the feed
 * @param revision how many times it has been published
 * @param document the whole localised content as JSON; null for a tombstone
 * @param reason why it was withdrawn; null while it is live
 * @param replacedBy the entry that stands in its place, where there is one
 */
public record LiveEntry(
        UUID id,
        String family,
        String slug,
        boolean live,
        long position,
        int revision,
        @Nullable String document,
        Instant firstPublishedAt,
        Instant publishedAt,
        @Nullable String reason,
        @Nullable UUID replacedBy) {}
