package org.putokaz.editorial.draft;

import org.putokaz.http.request.JsonBodyReader;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an editor sends to be saved.
 *
 * @param slug the last part of the entry's address; without it the one it has, or one made from its name
 * @param note what changed and why, for other editors; the public never sees it
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

    /** Content of the largest guide, in three languages, with room to spare. */
    public static final int MAX_BYTES = 1024 * 1024;

    private static final int MAX_NOTE_LENGTH = 2000;

    public static DraftRequest parse(byte[] body) {
        DraftRequest input = JsonBodyReader.convert(JsonBodyReader.parse(body), DraftRequest.class);
        if (input.content == null || input.content.isNull()) {
            throw ProblemType.MALFORMED_REQUEST.with(Violation.at("/content", "required"));
        }
        checkNote(input.note);
        return input;
    }

    static void checkNote(@Nullable String note) {
        checkLength("/note", note);
    }

    /** What editors say to each other has an end. */
    static void checkLength(String pointer, @Nullable String text) {
        if (text != null && text.length() > MAX_NOTE_LENGTH) {
            throw ProblemType.MALFORMED_REQUEST.with(Violation.at(pointer, "too-long", MAX_NOTE_LENGTH));
        }
    }

    JsonNode requiredContent() {
        return java.util.Objects.requireNonNull(content);
    }
}
