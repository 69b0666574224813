package org.putokaz.editorial.api;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.putokaz.editorial.check.EntryReferencesView;
import org.putokaz.editorial.draft.DraftRequest;

/**
 * HTTP interface of the drafts of one family. All families share it; {@link EditorialOpenApiFilter} gives the
 * operations of each their own ids, and its content its own schema. So are {@link EntryTransitionsApi} and
 * {@link EntryRevisionsApi}.
 */
interface EntriesApi {

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
            description =
                    "All entries of the family, published or not, the youngest first unless `sort` says otherwise.")
    EntryPage list(@BeanParam EntryListParameters filter);

    @GET
    @Path("{id}")
    @Operation(
            operationId = "get",
            summary = "Get an entry",
            description = "The newest revision, what the public sees, and what keeps it from being published.")
    EntryView get(@PathParam("id") @Parameter(ref = "entryId") String id);

    @GET
    @Path("{id}/references")
    @Operation(
            operationId = "listReferences",
            summary = "List the entries that name an entry",
            description =
                    "What would have to change if it were withdrawn: published entries and drafts, with the place.")
    EntryReferencesView references(@PathParam("id") @Parameter(ref = "entryId") String id);

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
                            + " revision, as a new one. A patch that does not apply is 409 with the operation that does not."
                            + " A Merge Patch holds the fields of the content, or has the shape of what `PUT` takes, `content`"
                            + " with these fields and `slug` and `note` beside it; both at once is 400.")
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
}
