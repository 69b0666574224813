package org.putokaz.editorial.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.JsonBodyReader;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/**
 * Request body that creates or replaces a draft.
 *
 * @param slug last segment of the public address; null to keep the present one or to derive one from the name
 * @param note what changed and why, at most 2,000 characters; shown to editors only
 */
@Schema(
        name = "DraftInput",
        description = "An entry to be saved.",
        requiredProperties = {"content"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DraftRequest(
        @Schema(
                description = "The last part of its address; without it the one it has, or one made from its name.",
                maxLength = 100)
        @Nullable
        String slug,

        @Schema(description = "What changed and why, for other editors; the public never sees it.", maxLength = 2000)
        @Nullable
        String note,

        @Schema(ref = "DraftContent") @Nullable JsonNode content) {

    /** The largest guide in three languages, several times over. */
    public static final int MAX_BYTES = 1024 * 1024;

    private static final int MAX_NOTE_LENGTH = 2000;

    /** @throws org.putokaz.problem.ProblemException 400 */
    public static DraftRequest parse(byte[] body) {
        DraftRequest request = JsonBodyReader.convert(JsonBodyReader.parse(body), DraftRequest.class);
        if (request.content == null || request.content.isNull()) {
            throw ProblemType.MALFORMED_REQUEST.with(Violation.at("/content", "required"));
        }
        checkNote(request.note);
        return request;
    }

    static void checkNote(@Nullable String note) {
        checkLength("/note", note);
    }

    /** The limit of notes and of reasons for a rejection. */
    static void checkLength(String pointer, @Nullable String text) {
        if (text != null && text.length() > MAX_NOTE_LENGTH) {
            throw ProblemType.MALFORMED_REQUEST.with(Violation.at(pointer, "too-long", MAX_NOTE_LENGTH));
        }
    }

    JsonNode requiredContent() {
        return Objects.requireNonNull(content);
    }
}
