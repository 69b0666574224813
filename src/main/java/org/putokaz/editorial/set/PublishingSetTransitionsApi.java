package org.putokaz.editorial.set;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP interface of the transitions of publishing sets: approve, publish, schedule and unschedule. */
@Path(PublishingSetsApi.BASE_PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: publishing sets")
interface PublishingSetTransitionsApi {

    @POST
    @Path("{id}/approve")
    @Operation(
            operationId = "approvePublishingSet",
            summary = "Approve all members",
            description = "Approves each member that waits for it, submitted or not, or none: 403 when any of them is"
                    + " partly the work of the user who asks, 409 when one was sent back or edited since it was put in, or"
                    + " with everything that publishing the set would be refused for; `entries` of the problem names the"
                    + " entries that it is about. Members that need no approval stay as they are.")
    PublishingSetView approve(
            @PathParam("id") @Parameter(ref = "setId") String id,
            @HeaderParam("If-Match") @Parameter(ref = "ifMatch") @Nullable String ifMatch,
            InputStream body);

    @POST
    @Path("{id}/publish")
    @Operation(
            operationId = "publishPublishingSet",
            summary = "Publish a set",
            description =
                    "Publishes and withdraws all members at once, or none: 422 with everything that keeps them from"
                            + " it, 409 with each whose state does not allow it; `entries` of the problem names the entries that it is about.")
    PublishingSetView publish(
            @PathParam("id") @Parameter(ref = "setId") String id,
            @HeaderParam("If-Match") @Parameter(ref = "ifMatch") @Nullable String ifMatch,
            InputStream body);

    @PUT
    @Path("{id}/schedule")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "schedulePublishingSet",
            summary = "Publish a set later",
            description = "All of it goes out by itself at that moment, or none of it does and the set is `failed`."
                    + " Another moment takes the place of the one before. 409 and 422 as publishing it now would be; it"
                    + " is asked again at the moment itself.")
    PublishingSetView schedule(
            @PathParam("id") @Parameter(ref = "setId") String id,
            @HeaderParam("If-Match") @Parameter(ref = "ifMatch") @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = PublishingSetScheduleRequest.class)))
                    InputStream body);

    @DELETE
    @Path("{id}/schedule")
    @Operation(
            operationId = "unschedulePublishingSet",
            summary = "Take the moment of a set back",
            description = "It does not go out by itself any more, and is open again. 404 when it was not going to.")
    PublishingSetView unschedule(
            @PathParam("id") @Parameter(ref = "setId") String id,
            @HeaderParam("If-Match") @Parameter(ref = "ifMatch") @Nullable String ifMatch);
}
