package org.putokaz.editorial.revision;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.editorial.entry.Stage;
import org.putokaz.http.response.PrivateResponse;

/** Response with one revision and its text. */
@Schema(name = "Revision", description = "One saved state of an entry.")
public record RevisionView(
        int number,
        @Nullable String slug,
        Stage stage,
        @Schema(description = "Who saved it.") String author,
        Instant savedAt,
        @Nullable String note,
        @Nullable ReviewView review,

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
                ReviewView.of(revision),
                revision.redactedAt != null,
                revision.content());
    }
}
