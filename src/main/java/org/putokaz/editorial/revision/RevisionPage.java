package org.putokaz.editorial.revision;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.editorial.entry.Stage;
import org.putokaz.http.paging.PageInfo;
import org.putokaz.http.paging.PagedResponse;
import org.putokaz.http.response.PrivateResponse;

/** Response with one page of the revisions of an entry, the newest first. */
@Schema(name = "RevisionPage")
public record RevisionPage(List<RevisionSummary> data, PageInfo page) implements PagedResponse, PrivateResponse {

    /** A revision without its text. */
    @Schema(name = "RevisionSummary")
    record RevisionSummary(
            int number,
            @Nullable String slug,
            Stage stage,
            String author,
            Instant savedAt,
            @Nullable String note,
            boolean redacted) {

        static RevisionSummary of(Revision revision) {
            return new RevisionSummary(
                    revision.number(),
                    revision.slug,
                    revision.stage,
                    revision.authorName,
                    revision.savedAt,
                    revision.note,
                    revision.redactedAt != null);
        }
    }
}
