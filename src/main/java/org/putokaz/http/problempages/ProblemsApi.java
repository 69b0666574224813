package org.putokaz.http.problempages;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.response.HtmlResponse;

/** API of the types of problem: every {@code type} URI of a problem opens here. */
@Path("/api/v1/problems")
@Tag(name = "Problems")
public interface ProblemsApi {

    /** Query parameters of all operations. */
    record LanguageQuery(
            @QueryParam("lang") @Parameter(ref = "lang") @Nullable
            String lang) {}

    /** List of all types of problem. */
    @Schema(name = "ProblemKindList")
    record ProblemKinds(List<ProblemKind> data) {}

    /** Explanation of one type of problem. */
    @Schema(name = "ProblemKind")
    record ProblemKind(
            @Schema(description = "As in a problem's `type`.", examples = "/api/v1/problems/gone")
            String type,

            String code,
            @Schema(examples = "410") int status,
            String title,
            String description) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listProblemKinds",
            summary = "List the kinds of problem",
            description = "Every kind of problem that this API answers with.")
    ProblemKinds list(@BeanParam LanguageQuery query);

    @GET
    @Path("{code}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getProblemKind",
            summary = "Get one kind of problem",
            description = "What the `type` of a problem opens: JSON, or a page for people where `Accept` prefers HTML.")
    ProblemKind get(
            @PathParam("code") @Parameter(description = "The code of the kind of problem.", example = "gone")
                    String code,
            @BeanParam LanguageQuery query);

    @GET
    @Path("{code}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    HtmlResponse page(@PathParam("code") String code, @BeanParam LanguageQuery query);
}
