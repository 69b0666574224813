package org.putokaz.editorial.revision;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.Revision;

/** The review of a revision, or the request for one. */
@Schema(name = "ReviewState")
public record ReviewView(
        @Schema(description = "Who asked for it.") @Nullable String submittedBy,

        @Schema(description = "Who gave it; null until somebody did.") @Nullable
        String reviewedBy,

        @Nullable Instant reviewedAt,

        @Schema(description = "Why it was rejected.") @Nullable
        String reason) {

    /** Null when the revision was neither submitted nor reviewed. */
    public static @Nullable ReviewView of(Revision revision) {
        return revision.submittedBy == null && revision.reviewedBy == null
                ? null
                : new ReviewView(
                        revision.submittedByName, revision.reviewedByName, revision.reviewedAt, revision.reviewNote);
    }
}
