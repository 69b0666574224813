package org.putokaz.editorial.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
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
import org.putokaz.editorial.preview.PreviewView;
import org.putokaz.editorial.publish.TransitionRequests;
import org.putokaz.editorial.revision.DiffView;
import org.putokaz.editorial.revision.RevisionPage;
import org.putokaz.editorial.revision.RevisionView;

/** HTTP interface of the revisions of entries. */
interface EntryRevisionsApi {

    @GET
    @Path("{id}/revisions")
    @Operation(
            operationId = "listRevisions",
            summary = "List revisions",
            description = "Every state that was ever saved, the newest first.")
    RevisionPage revisions(
            @PathParam("id") @Parameter(ref = "entryId") String id,
            @QueryParam("limit") @Parameter(ref = "limit") @Nullable String limit,
            @QueryParam("cursor") @Parameter(ref = "cursor") @Nullable String cursor);

    @GET
    @Path("{id}/revisions/{number}")
    @Operation(operationId = "getRevision", summary = "Get a revision", description = "One saved state, with its text.")
    RevisionView revision(
            @PathParam("id") @Parameter(ref = "entryId") String id,
            @PathParam("number") @Parameter(ref = "revisionNumber") String number);

    @GET
    @Path("{id}/revisions/{number}/diff")
    @Operation(
            operationId = "compareRevisions",
            summary = "Compare revisions",
            description =
                    "What makes the revision `to` of this one: as a JSON Patch, and field by field. Without `to`, what"
                            + " this one changes: `from` is then the published revision, or, where that is this one or none is"
                            + " published, the one before; 0 is an empty content.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DiffView.class)))
    @APIResponse(responseCode = "409", description = "The text of one of them was taken out.")
    DiffView diff(
            @PathParam("id") @Parameter(ref = "entryId") String id,
            @PathParam("number") @Parameter(ref = "revisionNumber") String number,
            @QueryParam("to")
                    @Parameter(
                            description = "The revision that this one is changed into.",
                            schema = @Schema(ref = "RevisionNumber"))
                    @Nullable
                    String to);

    @POST
    @Path("{id}/revisions/{number}/restore")
    @Operation(
            operationId = "restoreRevision",
            summary = "Restore a revision",
            description = "Takes an earlier text up again as a new draft. Nothing is published.")
    EntryView restore(
            @PathParam("id") @Parameter(ref = "entryId") String id,
            @PathParam("number") @Parameter(ref = "revisionNumber") String number,
            @HeaderParam("If-Match") @Parameter(ref = "ifMatch") @Nullable String ifMatch,
            InputStream body);

    @POST
    @Path("{id}/revisions/{number}/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "previewRevision",
            summary = "Make a preview link",
            description =
                    "A link that shows this revision as the public would see it, for a while, to anybody who has the link.")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PreviewView.class)))
    PreviewView preview(
            @PathParam("id") @Parameter(ref = "entryId") String id,
            @PathParam("number") @Parameter(ref = "revisionNumber") String number,
            @RequestBody(content = @Content(schema = @Schema(implementation = TransitionRequests.PreviewRequest.class)))
                    InputStream body);
}
