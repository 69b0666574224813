package org.putokaz.editorial.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.JsonBodyReader;
import org.putokaz.http.request.WrongTypeViolation;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/**
 * Partial update of a draft. A JSON Patch is one of the content. A JSON Merge Patch is either that, with the fields of the
 * content at its top, or has the members of a {@link DraftRequest}, of which {@code content} is the patch. No content has a
 * field of that name.
 *
 * @param slug null to keep the present one
 * @param note what changed and why; null for none
 * @param content from the present content to the new one
 */
public record DraftPatch(@Nullable String slug, @Nullable String note, UnaryOperator<JsonNode> content) {

    private static final String CONTENT = "content";
    private static final Set<String> MEMBERS = Set.of("slug", "note", CONTENT);

    /**
     * Reads a patch; whether it applies shows when it is applied.
     *
     * @throws org.putokaz.problem.ProblemException 400 when the body is not JSON, or has {@code content} beside fields of the
     *     content
     */
    public static DraftPatch parse(ContentPatch format, byte[] body) {
        JsonNode patch = JsonBodyReader.parse(body);
        if (format != ContentPatch.MERGE_PATCH || !patch.has(CONTENT)) {
            return new DraftPatch(null, null, content -> format.apply(content, patch));
        }
        requireUnambiguous(patch);
        DraftRequest request = DraftRequest.parse(body);
        JsonNode ofContent = request.requiredContent();
        if (!ofContent.isObject()) {
            throw ProblemType.MALFORMED_REQUEST.with(WrongTypeViolation.of("/" + CONTENT, ofContent, Map.class));
        }
        return new DraftPatch(request.slug(), request.note(), content -> format.apply(content, ofContent));
    }

    private static void requireUnambiguous(JsonNode patch) {
        List<Violation> violations = new ArrayList<>();
        patch.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                violations.add(Violation.at("/" + JsonBodyReader.pointerToken(name), "ambiguous-patch", name));
            }
        });
        if (!violations.isEmpty()) {
            throw ProblemType.MALFORMED_REQUEST.with(violations);
        }
    }
}
