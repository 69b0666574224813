package org.putokaz.editorial.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
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
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.publish.TransitionRequests;
import org.putokaz.editorial.schedule.ScheduleRequest;

/** HTTP interface of the state transitions of entries. */
interface EntryTransitionsApi {

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
                    "Says that the newest revision is right. 403 for a user who wrote any of what the public has not seen"
                            + " yet, or submitted it. 409 with what its content is refused for when it is published; what it"
                            + " names may still be a draft.")
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
                            content =
                                    @Content(schema = @Schema(implementation = TransitionRequests.RejectRequest.class)))
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
            @QueryParam("dryRun") @Parameter(ref = "dryRun") @Nullable String dryRun,
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
                            + " an entry that the public does not see, of which then nothing else changes. Published"
                            + " entries that name it are updated: they name the one in its place, or leave it out;"
                            + " `referencedBy` says which. With"
                            + " `redactSlug` its slugs are removed as well, also later.")
    EntryView withdraw(
            @PathParam("id") @Parameter(ref = "entryId") String id,
            @HeaderParam("If-Match") @Parameter(ref = "ifMatch") @Nullable String ifMatch,
            @QueryParam("dryRun") @Parameter(ref = "dryRun") @Nullable String dryRun,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(implementation = TransitionRequests.WithdrawRequest.class)))
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
}
