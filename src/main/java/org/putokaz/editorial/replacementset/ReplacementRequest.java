package org.putokaz.editorial.replacementset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.set.PublishingSetRequest;
import org.putokaz.http.request.JsonBodyReader;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/** Request body of a publishing set that withdraws an entry and leads all references to another one. */
@Schema(
        name = "ReplacementInput",
        description = "Which entry is withdrawn, and which one stands in its place.",
        requiredProperties = {"name", "entry", "replacedBy"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplacementRequest(
        @Schema(
                description = "What the set is about, for editors.",
                minLength = 1,
                maxLength = PublishingSetRequest.MAX_NAME_LENGTH)
        @Nullable
        String name,

        @Schema(description = "The published entry that is withdrawn.") @Nullable
        UUID entry,

        @Schema(description = "The entry of the same family that stands in its place.") @Nullable
        UUID replacedBy,

        @Schema(description = "Why it is withdrawn; `replaced` unless said otherwise.") @Nullable
        WithdrawalReason reason) {

    /** @throws org.putokaz.problem.ProblemException 400 with every malformed field */
    static ReplacementRequest read(byte[] body) {
        ReplacementRequest request = JsonBodyReader.convert(JsonBodyReader.parse(body), ReplacementRequest.class);
        List<Violation> violations = new ArrayList<>();
        if (request.name == null || request.name.isBlank()) {
            violations.add(Violation.at("/name", "required"));
        } else if (request.name.length() > PublishingSetRequest.MAX_NAME_LENGTH) {
            violations.add(Violation.at("/name", "too-long", PublishingSetRequest.MAX_NAME_LENGTH));
        }
        if (request.entry == null) {
            violations.add(Violation.at("/entry", "required"));
        }
        if (request.replacedBy == null) {
            violations.add(Violation.at("/replacedBy", "required"));
        } else if (request.replacedBy.equals(request.entry)) {
            violations.add(Violation.at("/replacedBy", "repeated"));
        }
        if (!violations.isEmpty()) {
            throw ProblemType.MALFORMED_REQUEST.with(violations);
        }
        return request;
    }

    UUID requiredEntry() {
        return Objects.requireNonNull(entry);
    }

    UUID requiredReplacement() {
        return Objects.requireNonNull(replacedBy);
    }

    WithdrawalReason reasonOrReplaced() {
        return Objects.requireNonNullElse(reason, WithdrawalReason.REPLACED);
    }
}
