package org.putokaz.editorial.comment;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.editorial.entry.EntryCommentEntity;

/** Rejection of an entry that no approval or publication has answered yet. */
@Schema(name = "OpenRejection", description = "Why an entry was rejected, until it is approved or published.")
public record OpenRejectionView(
        @Schema(description = "The revision that was rejected.")
        int revision,

        String reason,
        @Schema(description = "Who rejected it.") String author,
        Instant writtenAt) {

    /** @param rejection a comment whose text was not removed */
    public static OpenRejectionView of(EntryCommentEntity rejection) {
        return new OpenRejectionView(
                rejection.revision, String.valueOf(rejection.text), rejection.authorName, rejection.writtenAt);
    }
}
