package org.putokaz.sync.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.LiveEntry;
import org.putokaz.sync.feed.ChangeViewMapper;

/** The three kinds of line of a snapshot; {@code META-INF/openapi.yaml} describes them. */
final class SnapshotLines {

    private SnapshotLines() {}

    /** First line. */
    record HeaderLine(Header snapshot) {}

    /** Last line. */
    record TrailerLine(Trailer trailer) {}

    /** State of the store, and so the same for every snapshot of one position: it has no time of writing. */
    record Header(
            long position,
            UUID feed,
            String next,
            long count,
            Collection<String> families,
            Instant changedAt,
            @Nullable String licence) {}

    /** Entry in all languages, as in a change. */
    record EntryLine(
            String family,
            UUID id,
            String slug,
            long position,
            Instant publishedAt,
            @Nullable JsonNode content,
            @Nullable Record address) {

        static EntryLine of(LiveEntry entry, ChangeViewMapper.EntryContent content) {
            return new EntryLine(
                    entry.family(),
                    entry.id(),
                    entry.slug(),
                    entry.position(),
                    entry.publishedAt(),
                    content.document(),
                    content.address());
        }
    }

    /**
     * Check values of everything before the line.
     *
     * @param count of the entries
     * @param sha256 of all bytes before this line, in hexadecimal
     */
    record Trailer(long count, String sha256) {}
}
