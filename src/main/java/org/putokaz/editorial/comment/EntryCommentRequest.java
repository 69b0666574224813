package org.putokaz.editorial.comment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.JsonBodyReader;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/** Request body of a comment. */
@Schema(
        name = "EntryCommentInput",
        description = "A comment to be written.",
        requiredProperties = {"text"})
record EntryCommentRequest(
        @Schema(description = "Plain text; Markdown is not interpreted.", minLength = 1, maxLength = MAX_LENGTH)
        @Nullable
        String text) {

    static final int MAX_LENGTH = 2000;

    /** @throws org.putokaz.problem.ProblemException 400 when the text is missing, blank or too long */
    static String readText(byte[] body) {
        String text = JsonBodyReader.convert(JsonBodyReader.parse(body), EntryCommentRequest.class).text;
        if (text == null || text.isBlank()) {
            throw ProblemType.MALFORMED_REQUEST.with(Violation.at("/text", "required"));
        }
        if (text.length() > MAX_LENGTH) {
            throw ProblemType.MALFORMED_REQUEST.with(Violation.at("/text", "too-long", MAX_LENGTH));
        }
        return text;
    }
}
