package org.putokaz.editorial.revision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.response.PrivateResponse;

/** Response with the difference between two revisions: a JSON Patch for programs, field by field for people. */
@Schema(name = "RevisionDiff", description = "What differs between two revisions.")
public record DiffView(
        int from,
        int to,

        @Schema(
                description = "A JSON Patch (RFC 6902) that makes the content of `to` of that of `from`.",
                type = SchemaType.ARRAY,
                implementation = PatchOperation.class)
        JsonNode patch,

        @Schema(description = "The same field by field, in the order of the content.")
        List<FieldChange> changes)
        implements PrivateResponse {

    /** One field that differs. */
    @Schema(name = "FieldChange")
    public record FieldChange(
            @Schema(description = "A JSON pointer into the entry.")
            String pointer,

            @Schema(ref = "AnyJson") @Nullable JsonNode before,
            @Schema(ref = "AnyJson") @Nullable JsonNode after) {}

    /** One operation of a JSON Patch; it only describes the response in the OpenAPI document. */
    @Schema(name = "PatchOperation", description = "One operation of a JSON Patch (RFC 6902).")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PatchOperation(
            String op,
            String path,
            @Nullable String from,

            @Schema(ref = "AnyJson") @Nullable JsonNode value) {}
}
