package org.putokaz.editorial.draft;

import org.putokaz.http.request.JsonBodyReader;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a content changed: as a JSON Merge Patch (RFC 7396; null takes a field out, an array is replaced whole) or as a
 * JSON Patch (RFC 6902; all operations or none).
 */
public enum ContentPatch {
    MERGE_PATCH("application/merge-patch+json"),
    JSON_PATCH("application/json-patch+json");

    private static final int MOST_OPERATIONS = 1000;
    private static final int MOST_WEIGHT = DraftRequest.MAX_BYTES;

    private final String mediaType;

    ContentPatch(String mediaType) {
        this.mediaType = mediaType;
    }

    /** @throws org.putokaz.problem.ProblemException 415 */
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
     * @throws org.putokaz.problem.ProblemException 400 when the patch is none, 409 with the operation that does not apply
     */
    public JsonNode apply(JsonNode content, byte[] body) {
        JsonNode patch = JsonBodyReader.parse(body);
        return this == MERGE_PATCH ? merged(content, patch) : operated(content, patch);
    }

    private static JsonNode merged(JsonNode content, JsonNode patch) {
        if (!patch.isObject()) {
            throw ProblemType.MALFORMED_REQUEST.with(Violation.at("", "wrong-type"));
        }
        JsonValue result = Json.createMergePatch(value(patch)).apply(value(content));
        return JsonBodyReader.parse(bytes(result));
    }

    private static JsonNode operated(JsonNode content, JsonNode patch) {
        if (!patch.isArray()) {
            throw ProblemType.MALFORMED_REQUEST.with(Violation.at("", "wrong-type"));
        }
        if (patch.size() > MOST_OPERATIONS) {
            throw ProblemType.MALFORMED_REQUEST.with(Violation.at("", "too-many", MOST_OPERATIONS));
        }
        JsonStructure state = (JsonStructure) value(content);
        int index = 0;
        for (JsonNode operation : patch) {
            state = operate(state, operation, index++);
        }
        return JsonBodyReader.parse(bytes(state));
    }

    /** One at a time, so that the one that does not apply can be named. */
    private static JsonStructure operate(JsonStructure state, JsonNode operation, int index) {
        JsonArray alone = Json.createArrayBuilder().add(value(operation)).build();
        try {
            JsonStructure changed = Json.createPatch(alone).apply(state);
            if (weight(changed, MOST_WEIGHT) <= 0) {
                throw ProblemType.CONTENT_TOO_LARGE.with();
            }
            return changed;
        } catch (JsonException doesNotApply) {
            boolean known = operation.path("op").asText().matches("add|remove|replace|move|copy|test")
                    && operation.path("path").isTextual();
            ProblemType problem = known ? ProblemType.CONFLICT : ProblemType.MALFORMED_REQUEST;
            throw problem.with(Violation.at("/" + index, "patch-operation", index));
        } catch (ClassCastException | NullPointerException | IllegalArgumentException noOperation) {
            throw ProblemType.MALFORMED_REQUEST.with(Violation.at("/" + index, "no-patch-operation"));
        }
    }

    /**
     * How much is left of a measure when each value and each character of a text counts one; stops at nothing. A few
     * copies of the whole into itself are small in memory, where parts are shared, and endless when written out.
     */
    private static int weight(JsonValue value, int left) {
        int rest = left - 1;
        if (value instanceof JsonString text) {
            rest -= text.getChars().length();
        }
        Collection<JsonValue> parts = value instanceof JsonObject object
                ? object.values()
                : value instanceof JsonArray array ? array : List.of();
        for (JsonValue part : parts) {
            rest = rest <= 0 ? 0 : weight(part, rest);
        }
        return rest;
    }

    private static JsonValue value(JsonNode node) {
        try (var reader = Json.createReader(new StringReader(node.toString()))) {
            return reader.readValue();
        }
    }

    private static byte[] bytes(JsonValue value) {
        return value.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
