package org.putokaz.editorial.replacementset;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.QueryParameterParser;

/** Query parameters of the preview of a set that replaces an entry. */
record ReplacementParameters(
        @QueryParam("entry")
        @Parameter(
                description = "The published entry that would be withdrawn.",
                required = true,
                schema = @Schema(ref = "Id"))
        @Nullable
        String entry,

        @QueryParam("replacedBy")
        @Parameter(
                description = "The entry of the same family that would stand in its place.",
                required = true,
                schema = @Schema(ref = "Id"))
        @Nullable
        String replacedBy) {

    /** @throws org.putokaz.problem.ProblemException 400 when an id is missing or malformed, or both are the same */
    ReplacementRequest toRequest() {
        UUID entryId = requiredId("entry", entry);
        UUID replacementId = requiredId("replacedBy", replacedBy);
        if (entryId.equals(replacementId)) {
            throw QueryParameterParser.invalidParameter("replacedBy", "repeated");
        }
        return new ReplacementRequest("preview", entryId, replacementId, null);
    }

    private static UUID requiredId(String name, @Nullable String raw) {
        UUID id = QueryParameterParser.id(name, raw);
        if (id == null) {
            throw QueryParameterParser.invalidParameter(name, "required");
        }
        return id;
    }
}
