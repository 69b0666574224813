package org.putokaz.sync.download;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * State of the store from which a document was written.
 *
 * @param changedAt when the feed reached the position
 * @param validFrom since when the document reads like this at this position; null when it always does
 * @param validUntil when it will read differently without a publication; null when it will not
 */
public record DocumentMetadata(
        UUID feed,
        long position,
        Instant changedAt,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil) {}
