package org.putokaz.editorial.form;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP interface of the schemas of content, {@code /editorial/v1/schemas}. */
@Path("/editorial/v1/schemas")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: forms")
interface ContentSchemasApi {

    /** Query parameters of both operations. */
    record LanguageParameter(
            @QueryParam("lang") @Parameter(ref = "lang") @Nullable
            String lang) {}

    @GET
    @Operation(
            operationId = "listContentSchemas",
            summary = "List the schemas of content",
            description = "One for each family, with its path.")
    ContentSchemaList list(@BeanParam LanguageParameter parameters);

    @GET
    @Path("{family}")
    @Operation(
            operationId = "getContentSchema",
            summary = "Get the schema of a family's content",
            description =
                    "What `content` of an entry may hold, as a JSON Schema: members, limits, formats, and titles and"
                            + " descriptions in the language of the request. `required` is what a publication needs; a"
                            + " draft may lack it. Rules that a schema cannot express are in `publishable` of the entry.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ContentSchema")))
    ContentSchemaView get(
            @PathParam("family") @Parameter(description = "The name of the family.", example = "contact-channels")
                    String family,
            @BeanParam LanguageParameter parameters);
}
