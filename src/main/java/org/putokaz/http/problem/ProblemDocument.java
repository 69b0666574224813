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
 * A problem on the wire (RFC 9457).
 *
 * @param type a URI that names the kind of problem and opens a page about it
 * @param code the last part of {@code type}
 * @param title the kind of problem, in the reader's language
 * @param detail what happened this time, in the reader's language
 * @param violations what exactly was wrong, and where
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

    public static final String PAGES = "/api/v1/problems/";

    /** One thing that was wrong; exactly one of the first three says where. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Violation")
    record ViolationDocument(
            @Nullable String parameter,
            @Nullable String header,
            @Nullable String pointer,
            String code,
            String message) {}

    public static ProblemDocument of(ProblemException failure, MessageCatalogue messages, Language language) {
        ProblemType problem = failure.problem();
        return new ProblemDocument(
                PAGES + problem.code(),
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
                violation.place() == Violation.Place.PARAMETER ? violation.where() : null,
                violation.place() == Violation.Place.HEADER ? violation.where() : null,
                violation.place() == Violation.Place.POINTER ? violation.where() : null,
                violation.reason().code(),
                messages.text(violation.reason(), language));
    }
}
