package org.putokaz.sync.snapshot;

import org.putokaz.live.LiveEntry;
import org.putokaz.sync.feed.ChangeViewMapper;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The three kinds of line in a snapshot; the contract describes them in {@code META-INF/openapi.yaml}. */
final class SnapshotLines {

    private SnapshotLines() {}

    /** The first line. */
    record First(Header snapshot) {}

    /** The last one. */
    record Last(Trailer trailer) {}

    /** What the snapshot is of. The moment in it is that of the state, not of the making: it is a function of the state. */
    record Header(
            long position,
            UUID feed,
            String next,
            long count,
            Collection<String> families,
            Instant changedAt,
            @Nullable String licence) {}

    /** An entry in all languages, as in a change. */
    record Entry(
            String family,
            UUID id,
            String slug,
            long position,
            Instant publishedAt,
            @Nullable JsonNode content,
            @Nullable Record address) {

        static Entry of(LiveEntry entry, ChangeViewMapper.Content content) {
            return new Entry(
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
     * What must have come before.
     *
     * @param sha256 hexadecimal, of every byte before this line
     */
    record Trailer(long count, String sha256) {}
}
