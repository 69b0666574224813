package org.putokaz.sync.bundle;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP contract of the bundle, {@code /api/v1/bundle}. */
@Path(BundleDocumentFactory.PATH)
@Tag(name = "Sync")
public interface BundleApi {

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getBundle",
            summary = "Take everything in one language",
            description =
                    "Whatever the lists show, as they show it, in one document: for static sites and for apps that"
                            + " must work without a line. `X-JWS-Signature` holds a detached JWS of exactly these bytes, not zipped."
                            + " 409 when there is more content than fits into one document; take the snapshot then.")
    @APIResponse(
            responseCode = "200",
            headers = {
                @Header(name = "Accept-Ranges", ref = "Accept-Ranges"),
                @Header(name = "Cache-Groups", ref = "Cache-Groups"),
                @Header(name = "Putokaz-Position", ref = "Putokaz-Position"),
                @Header(name = "Repr-Digest", ref = "Repr-Digest"),
                @Header(name = "X-JWS-Signature", ref = "X-JWS-Signature")
            },
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Bundle")))
    @APIResponse(
            responseCode = "206",
            description = "The part that was asked for.",
            headers = @Header(name = "Content-Range", ref = "Content-Range"))
    @APIResponse(responseCode = "409", description = "There is more content than fits into one document.")
    @APIResponse(
            responseCode = "416",
            description = "There is no such part; `Content-Range` says how long the file is.")
    Uni<Response> get(
            @QueryParam("lang") @Parameter(ref = "lang") @Nullable String lang,
            @QueryParam("position") @Parameter(ref = "position") @Nullable String position);
}
