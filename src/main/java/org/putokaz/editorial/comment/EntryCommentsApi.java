package org.putokaz.editorial.comment;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.paging.CursorParameters;

/** HTTP interface of the comments on the entries of one family. */
interface EntryCommentsApi {

    @GET
    @Operation(
            operationId = "listComments",
            summary = "List comments",
            description = "What editors wrote about the entry, and why it was rejected, the newest first. The public"
                    + " never sees it.")
    EntryCommentPage list(
            @PathParam("id") @Parameter(ref = "entryId") String id, @BeanParam CursorParameters parameters);

    @GET
    @Path("{comment}")
    @Operation(operationId = "getComment", summary = "Get a comment", description = "One comment on the entry.")
    EntryCommentView get(
            @PathParam("id") @Parameter(ref = "entryId") String id,
            @PathParam("comment") @Parameter(description = "The id of the comment.", schema = @Schema(ref = "Id"))
                    String comment);

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "addComment",
            summary = "Write a comment",
            description = "For other editors. It changes neither the entry nor its entity tag. 409 when the entry has"
                    + " 500 comments.")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EntryCommentView.class)))
    EntryCommentView add(
            @PathParam("id") @Parameter(ref = "entryId") String id,
            @HeaderParam("Idempotency-Key") @Parameter(ref = "idempotencyKey") @Nullable String key,
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = EntryCommentRequest.class)))
                    InputStream body);
}
