package org.putokaz.editorial.replacementset;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
import org.putokaz.editorial.set.PublishingSetView;
import org.putokaz.editorial.set.PublishingSetsApi;

/** HTTP interface of the publishing sets that replace an entry: preview and create. */
@Path(ReplacementSetsApi.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: publishing sets")
interface ReplacementSetsApi {

    String PATH = PublishingSetsApi.BASE_PATH + "/replacements";

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "createReplacementSet",
            summary = "Begin a set that replaces an entry",
            description =
                    "Each entry that names the one to be withdrawn gets a new draft that names the other one instead."
                            + " The set publishes those of them that are published, and withdraws the entry. The drafts are reviewed as"
                            + " usual.")
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
                            content = @Content(schema = @Schema(implementation = ReplacementRequest.class)))
                    InputStream body);

    @GET
    @Operation(
            operationId = "previewReplacementSet",
            summary = "See what a replacement would change",
            description =
                    "The entries that name the one to be withdrawn, with the places. A set begun with the same two"
                            + " entries makes a draft of each whose newest revision does. Two units are merged in this way: the"
                            + " channels, parts, events and successors of the one move to the other. Where the replacement itself names"
                            + " the entry, it takes over what that one names there. Nothing is saved.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReplacementPreview.class)))
    @APIResponse(responseCode = "409", description = "The text of an entry that names the other was destroyed.")
    @APIResponse(responseCode = "422", description = "The one entry cannot be replaced by the other.")
    ReplacementPreview preview(@BeanParam ReplacementParameters parameters);
}
