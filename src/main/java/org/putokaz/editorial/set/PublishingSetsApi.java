package org.putokaz.editorial.set;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.replacement.CancelledDrafts;

/** HTTP interface of publishing sets: create, list, read, change and cancel. */
@Path(PublishingSetsApi.BASE_PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: publishing sets")
public interface PublishingSetsApi {

    String BASE_PATH = "/editorial/v1/publishing-sets";

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "createPublishingSet",
            summary = "Begin a publishing set",
            description = "Several entries that are to be published or withdrawn together. Each is bound to a revision"
                    + " when it is put in: what is saved later does not go out with the set. A member may name another"
                    + " member that is not published yet.")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PublishingSetView.class)))
    PublishingSetView create(
            @HeaderParam("Idempotency-Key") @Parameter(ref = "idempotencyKey") @Nullable String key,
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = PublishingSetRequest.class)))
                    InputStream body);

    @GET
    @Operation(
            operationId = "listPublishingSets",
            summary = "List publishing sets",
            description = "All of them, whatever has become of them, the youngest first.")
    PublishingSetPage list(@BeanParam PublishingSetListParameters filter);

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getPublishingSet",
            summary = "Get a publishing set",
            description = "Its members, how far each has come, and what keeps the whole from being published.")
    PublishingSetView get(@PathParam("id") @Parameter(ref = "setId") String id);

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replacePublishingSet",
            summary = "Change a publishing set",
            description = "Replaces name and members; each member is bound anew. 409 once it is published, cancelled or"
                    + " scheduled: take the moment back first. One whose moment failed is open again.")
    PublishingSetView replace(
            @PathParam("id") @Parameter(ref = "setId") String id,
            @HeaderParam("If-Match") @Parameter(ref = "ifMatch") @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = PublishingSetRequest.class)))
                    InputStream body);

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "cancelPublishingSet",
            summary = "Cancel a publishing set",
            description =
                    "It is never published, and stays readable as `cancelled`. Where it replaces an entry, the text before"
                            + " each draft that it made is saved again as the newest revision, unless the draft was edited, published or"
                            + " planned in another set or schedule since: `drafts` says what became of each. No revision is removed.")
    PublishingSetView cancel(
            @PathParam("id") @Parameter(ref = "setId") String id,
            @QueryParam("drafts")
                    @Parameter(
                            description =
                                    "What becomes of the drafts that the set made; `restore` unless said otherwise.",
                            schema = @Schema(implementation = CancelledDrafts.class))
                    @Nullable
                    String drafts,
            @HeaderParam("If-Match") @Parameter(ref = "ifMatch") @Nullable String ifMatch);
}
