package org.putokaz.editorial.draft;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.JsonBodyReader;
import org.putokaz.http.request.WrongTypeViolation;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/**
 * Patch format of a partial update of content: JSON Merge Patch (RFC 7396; null removes a field, an array is replaced
 * as a whole) or JSON Patch (RFC 6902; all operations or none).
 */
public enum ContentPatch {
    MERGE_PATCH("application/merge-patch+json"),
    JSON_PATCH("application/json-patch+json");

    private static final int MAX_OPERATIONS = 1000;

    /** Bound of {@link #remainingSize}; a valid content is smaller. */
    private static final int MAX_SIZE = DraftRequest.MAX_BYTES;

    private final String mediaType;

    ContentPatch(String mediaType) {
        this.mediaType = mediaType;
    }

    /** @throws org.putokaz.problem.ProblemException 415 when it is another media type, or none */
    public static ContentPatch forContentType(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
        for (ContentPatch patch : values()) {
            if (patch.mediaType.equalsIgnoreCase(type)) {
                return patch;
            }
        }
        throw ProblemType.UNSUPPORTED_MEDIA_TYPE.with();
    }

    /**
     * The patched content.
     *
     * @throws org.putokaz.problem.ProblemException 400 when it is not a patch, 409 with the index of the
     *     operation that does not apply, 413 when the result is too large
     */
    public JsonNode apply(JsonNode content, JsonNode patch) {
        return this == MERGE_PATCH ? applyMergePatch(content, patch) : applyJsonPatch(content, patch);
    }

    private static JsonNode applyMergePatch(JsonNode content, JsonNode patch) {
        if (!patch.isObject()) {
            throw ProblemType.MALFORMED_REQUEST.with(WrongTypeViolation.of("", patch, Map.class));
        }
        return toJackson(Json.createMergePatch(toJsonp(patch)).apply(toJsonp(content)));
    }

    private static JsonNode applyJsonPatch(JsonNode content, JsonNode patch) {
        if (!patch.isArray()) {
            throw ProblemType.MALFORMED_REQUEST.with(WrongTypeViolation.of("", patch, List.class));
        }
        if (patch.size() > MAX_OPERATIONS) {
            throw ProblemType.MALFORMED_REQUEST.with(Violation.at("", "too-many", MAX_OPERATIONS));
        }
        JsonStructure result = (JsonStructure) toJsonp(content);
        int index = 0;
        for (JsonNode operation : patch) {
            result = applyOperation(result, operation, index++);
        }
        return toJackson(result);
    }

    /** Operations are applied one at a time, so that the response can name the one that does not apply. */
    private static JsonStructure applyOperation(JsonStructure content, JsonNode operation, int index) {
        JsonArray single = Json.createArrayBuilder().add(toJsonp(operation)).build();
        try {
            JsonStructure result = Json.createPatch(single).apply(content);
            if (remainingSize(result, MAX_SIZE) <= 0) {
                throw ProblemType.CONTENT_TOO_LARGE.with();
            }
            return result;
        } catch (JsonException notApplicable) {
            boolean wellFormed = operation.path("op").asText().matches("add|remove|replace|move|copy|test")
                    && operation.path("path").isTextual();
            ProblemType problem = wellFormed ? ProblemType.CONFLICT : ProblemType.MALFORMED_REQUEST;
            throw problem.with(Violation.at("/" + index, "patch-operation", index));
        } catch (ClassCastException | NullPointerException | IllegalArgumentException notAnOperation) {
            throw ProblemType.MALFORMED_REQUEST.with(Violation.at("/" + index, "no-patch-operation"));
        }
    }

    /**
     * The rest of a size budget when each value, and each character of a text, costs one; stops at zero. Copies of
     * a document into itself share their parts in memory but grow exponentially when written out, so the size is
     * counted without writing.
     */
    private static int remainingSize(JsonValue value, int budget) {
        int rest = budget - 1;
        if (value instanceof JsonString text) {
            rest -= text.getChars().length();
        }
        Collection<JsonValue> children = value instanceof JsonObject object
                ? object.values()
                : value instanceof JsonArray array ? array : List.of();
        for (JsonValue child : children) {
            rest = rest <= 0 ? 0 : remainingSize(child, rest);
        }
        return rest;
    }

    private static JsonValue toJsonp(JsonNode node) {
        try (var reader = Json.createReader(new StringReader(node.toString()))) {
            return reader.readValue();
        }
    }

    private static JsonNode toJackson(JsonValue value) {
        return JsonBodyReader.parse(value.toString().getBytes(StandardCharsets.UTF_8));
    }
}
