package org.putokaz.editorial.preview;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.response.PreviewResponse;

/**
 * HTTP interface of previews. It has a path prefix of its own, so that a proxy can expose it without the editorial API.
 */
@Path("/preview/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Previews")
public interface PreviewsApi {

    @GET
    @Path("{link}")
    @Operation(
            operationId = "getPreview",
            summary = "See a revision as the public would",
            description =
                    "What the public API would answer if the revision were published now. The link is the token: 401"
                            + " when it has ended.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PreviewedEntry")))
    PreviewResponse get(
            @PathParam("link")
                    @Parameter(
                            description = "The last part of a preview link.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 100))
                    String link,
            @QueryParam("lang") @Parameter(ref = "lang") @Nullable String lang);
}
