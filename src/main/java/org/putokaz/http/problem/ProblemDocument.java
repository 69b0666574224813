package org.putokaz.http.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.locale.Language;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/**
 * Problem as it is sent in JSON (RFC 9457).
 *
 * @param type a URI that identifies the type of problem and opens a page about it
 * @param code the last part of {@code type}
 * @param title the type of problem, in the language of the response
 * @param detail what happened this time, in the language of the response
 * @param violations what was wrong, and where
 * @param members extension members (RFC 9457, section 3.2)
 */
@JsonPropertyOrder({"type", "code", "title", "status", "detail", "violations"})
@Schema(name = "Problem", description = "A problem (RFC 9457).")
public record ProblemDocument(
        String type,
        String code,
        String title,
        int status,
        String detail,
        List<ViolationDocument> violations,
        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> members) {

    /** Path of the page about a type of problem, without its code. */
    public static final String TYPE_PREFIX = "/api/v1/problems/";

    /** One violation; exactly one of the first three components is not null and says where it is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Violation")
    record ViolationDocument(
            @Nullable String parameter,
            @Nullable String header,
            @Nullable String pointer,
            String code,
            String message) {}

    public static ProblemDocument of(ProblemException failure, MessageCatalogue messages, Language language) {
        ProblemType problem = failure.type();
        return new ProblemDocument(
                TYPE_PREFIX + problem.code(),
                problem.code(),
                messages.pattern(problem.code() + ".title", language),
                problem.status(),
                messages.text(failure.detail(), language),
                failure.violations().stream()
                        .map(violation -> document(violation, messages, language))
                        .toList(),
                failure.members());
    }

    private static ViolationDocument document(Violation violation, MessageCatalogue messages, Language language) {
        return new ViolationDocument(
                violation.locationType() == Violation.LocationType.PARAMETER ? violation.location() : null,
                violation.locationType() == Violation.LocationType.HEADER ? violation.location() : null,
                violation.locationType() == Violation.LocationType.POINTER ? violation.location() : null,
                violation.reason().code(),
                messages.text(violation.reason(), language));
    }
}
