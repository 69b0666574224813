package org.putokaz.editorial.comment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.CommentKind;
import org.putokaz.editorial.entry.EntryCommentEntity;
import org.putokaz.http.response.PrivateResponse;

/** Response with one comment on an entry. */
@Schema(name = "EntryComment", description = "A comment on an entry, or the reason why it was rejected.")
public record EntryCommentView(
        UUID id,

        @Schema(description = "The newest revision when it was written.")
        int revision,

        CommentKind kind,
        @Schema(description = "Who wrote it.") String author,
        Instant writtenAt,

        @Schema(
                description =
                        "Plain text; Markdown is not interpreted. Null when it was removed because the entry was withdrawn"
                                + " for somebody's safety.")
        @Nullable
        String text,

        @Schema(hidden = true) @JsonIgnore String location)
        implements PrivateResponse {

    static EntryCommentView of(EntryCommentEntity comment, String family) {
        return new EntryCommentView(
                comment.id,
                comment.revision,
                comment.kind,
                comment.authorName,
                comment.writtenAt,
                comment.text,
                "/editorial/v1/" + family + "/" + comment.entryId + "/comments/" + comment.id);
    }
}
