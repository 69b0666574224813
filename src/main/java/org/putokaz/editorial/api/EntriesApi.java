package org.putokaz.editorial.api;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.putokaz.editorial.draft.DraftRequest;
import org.putokaz.editorial.preview.PreviewView;
import org.putokaz.editorial.publish.TransitionRequests;
import org.putokaz.editorial.revision.DiffView;
import org.putokaz.editorial.revision.RevisionPage;
import org.putokaz.editorial.revision.RevisionView;
import org.putokaz.editorial.schedule.ScheduleRequest;

/**
 * HTTP interface of the entries of one family for editors. All families share it; {@link EditorialOpenApiFilter} gives the
 * operations of each their own ids, and its content its own schema.
 */
public interface EntriesApi {

    String MERGE_PATCH = "application/merge-patch+json";
    String JSON_PATCH = "application/json-patch+json";

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "create",
            summary = "Begin an entry",
            description = "Makes a draft, which nobody but editors sees. It may be incomplete: `publishable` says what"
                    + " is missing. Without a slug one is made from its name.")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EntryView.class)))
    EntryView create(
            @HeaderParam("Idempotency-Key") @Parameter(ref = "idempotencyKey") @Nullable String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = DraftRequest.class)))
                    InputStream body);

    @GET
    @Operation(
            operationId = "list",
            summary = "List entries",
            description = "All entries of the family, published or not, the youngest first.")
    EntryPage list(@BeanParam EntryListParameters filter);

    @GET
    @Path("{id}")
    @Operation(
            operationId = "get",
            summary = "Get an entry",
            description = "The newest revision, what the public sees, and what keeps it from being published.")
    EntryView get(@PathParam("id") @Parameter(ref = "entryId") String id);

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replace",
            summary = "Save an entry",
            description =
                    "Replaces the whole content by a new revision. A slug that is left out stays. What is published"
                            + " stays as it is until somebody publishes the new revision.")
    EntryView replace(
            @PathParam("id") @Parameter(ref = "entryId") String id,
            @HeaderParam("If-Match") @Parameter(ref = "ifMatch") @Nullable String ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = DraftRequest.class)))
                    InputStream body);

    @PATCH
    @Path("{id}")
    @Consumes({MERGE_PATCH, JSON_PATCH})
    @Operation(
            operationId = "patch",
            summary = "Change part of an entry",
            description =
                    "Applies a JSON Merge Patch (RFC 7396) or a JSON Patch (RFC 6902) to the content of the newest"
                            + " revision, as a new one. A patch that does not apply is 409 with the operation that does not.")
    EntryView patch(
            @PathParam("id") @Parameter(ref = "entryId") String id,
            @HeaderParam("If-Match") @Parameter(ref = "ifMatch") @Nullable String ifMatch,
            @HeaderParam("Content-Type") @Parameter(hidden = true) @Nullable String contentType,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = MERGE_PATCH, schema = @Schema(ref = "DraftContent")),
                                @Content(mediaType = JSON_PATCH, schema = @Schema(ref = "JsonPatch"))
                            })
                    InputStream body);

    @POST
    @Path("{id}/submit")
    @Operation(
            operationId = "submit",
            summary = "Ask for a review",
            description = "Somebody else is asked to look at the newest revision.")
    EntryView submit(
            @PathParam("id") @Parameter(ref = "entryId") String id,
            @HeaderParam("If-Match") @Parameter(ref = "ifMatch") @Nullable String ifMatch,
            InputStream body);

    @POST
    @Path("{id}/approve")
    @Operation(
            operationId = "approve",
            summary = "Approve",
            description =
                    "Says that the newest revision is right. 403 for whoever wrote any of what the public has not seen"
                            + " yet, or submitted it.")
    EntryView approve(
            @PathParam("id") @Parameter(ref = "entryId") String id,
            @HeaderParam("If-Match") @Parameter(ref = "ifMatch") @Nullable String ifMatch,
            InputStream body);

    @POST
    @Path("{id}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "reject",
            summary = "Send back",
            description = "Says why the newest revision is not right.")
    EntryView reject(
            @PathParam("id") @Parameter(ref = "entryId") String id,
            @HeaderParam("If-Match") @Parameter(ref = "ifMatch") @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = TransitionRequests.RejectRequest.class)))
                    InputStream body);

    @POST
    @Path("{id}/publish")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "publish",
            summary = "Publish",
            description =
                    "Makes a revision what the public sees, at once. 422 with everything that keeps it from that, 409"
                            + " when its state does not allow it: not approved where that is asked for, published already, or"
                            + " older than what the public sees.")
    EntryView publish(
            @PathParam("id") @Parameter(ref = "entryId") String id,
            @HeaderParam("If-Match") @Parameter(ref = "ifMatch") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = TransitionRequests.PublishRequest.class)))
                    InputStream body);

    @POST
    @Path("{id}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "withdraw",
            summary = "Withdraw",
            description =
                    "Takes it away from the public, which is told that it is gone, why, and what stands in its place."
                            + " With the reason `safety` its text is also taken out of every revision, for ever; also of"
                            + " an entry that the public does not see, of which then nothing else changes.")
    EntryView withdraw(
            @PathParam("id") @Parameter(ref = "entryId") String id,
            @HeaderParam("If-Match") @Parameter(ref = "ifMatch") @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = TransitionRequests.WithdrawRequest.class)))
                    InputStream body);

    @PUT
    @Path("{id}/schedule")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "schedule",
            summary = "Publish or withdraw later",
            description =
                    "At that moment it happens by itself, to the revision that is meant now: a later edit does not go out"
                            + " with it. One moment at a time; another one takes its place. 409 and 422 as publishing or"
                            + " withdrawing it now would be; it is asked again at the moment itself, and `schedule` of the entry"
                            + " says what came of it.")
    EntryView schedule(
            @PathParam("id") @Parameter(ref = "entryId") String id,
            @HeaderParam("If-Match") @Parameter(ref = "ifMatch") @Nullable String ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ScheduleRequest.class)))
                    InputStream body);

    @DELETE
    @Path("{id}/schedule")
    @Operation(
            operationId = "unschedule",
            summary = "Take a moment back",
            description = "It does not happen by itself any more. 404 when nothing was going to.")
    EntryView unschedule(
            @PathParam("id") @Parameter(ref = "entryId") String id,
            @HeaderParam("If-Match") @Parameter(ref = "ifMatch") @Nullable String ifMatch);

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
            description = "What makes the revision `to` of this one: as a JSON Patch, and field by field.")
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
                            description = "The other revision; the newest unless said otherwise.",
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
            description = "A link that shows this revision as the public would see it, to whoever has it, for a while.")
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
