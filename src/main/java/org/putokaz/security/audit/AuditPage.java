package org.putokaz.security.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.paging.PageInfo;
import org.putokaz.http.paging.PagedResponse;
import org.putokaz.http.response.PrivateResponse;
import org.putokaz.security.ActorView;

/** One page of the audit trail. */
@Schema(name = "AuditPage")
record AuditPage(List<Line> data, PageInfo page) implements PagedResponse, PrivateResponse {

    /** One line of it. */
    @Schema(name = "AuditEntry", description = "Something that somebody did.")
    record Line(
            @Schema(description = "1, 2, 3 … without a gap.", examples = "4711")
            long position,

            Instant at,
            ActorView actor,

            @Schema(description = "What was done.", examples = "token-created")
            String action,

            @Schema(description = "The family of the entry; null where there is none.") @Nullable
            String family,

            @Schema(description = "The entry; null where there is none.") @Nullable
            UUID entry,

            @Schema(description = "The revision; null where there is none.") @Nullable
            Integer revision,

            @Schema(description = "A few facts more, by their names.")
            Map<String, String> details,

            @Schema(description = "The hash of the line before; zeros before the first.")
            String previous,

            @Schema(description = "SHA-256 of this line's canonical JSON, in hexadecimal.")
            String hash) {

        static Line of(AuditEntryEntity row) {
            return new Line(
                    row.position,
                    row.at,
                    new ActorView(row.actorId, row.actorName),
                    row.action,
                    row.family,
                    row.entry,
                    row.revision,
                    row.read().map(AuditEntry::details).orElse(Map.of()),
                    row.previous,
                    row.hash);
        }
    }
}
