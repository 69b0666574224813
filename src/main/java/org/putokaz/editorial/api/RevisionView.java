package org.putokaz.editorial.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.editorial.entry.Stage;
import org.putokaz.http.response.PrivateResponse;

/** One saved state of an entry, with its text. */
@Schema(name = "Revision", description = "One saved state of an entry.")
record RevisionView(
        int number,
        @Nullable String slug,
        Stage stage,
        @Schema(description = "Who saved it.") String author,
        Instant savedAt,
        @Nullable String note,
        EntryView.@Nullable ReviewView review,

        @Schema(description = "Whether its text was taken out when the entry was withdrawn for somebody's safety.")
        boolean redacted,

        @Schema(ref = "DraftContent") JsonNode content)
        implements PrivateResponse {

    static RevisionView of(Revision revision) {
        return new RevisionView(
                revision.number(),
                revision.slug,
                revision.stage,
                revision.authorName,
                revision.savedAt,
                revision.note,
                EntryViewMapper.review(revision),
                revision.redactedAt != null,
                revision.content());
    }
}
