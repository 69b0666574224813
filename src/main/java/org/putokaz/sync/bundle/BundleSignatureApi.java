package org.putokaz.sync.bundle;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.putokaz.sync.download.DownloadService;

/** HTTP contract of the signature of the bundle, {@code /api/v1/bundle.jws}. */
@Path(BundleDocumentFactory.PATH + ".jws")
@Tag(name = "Sync")
public interface BundleSignatureApi {

    @GET
    @Produces(DownloadService.JOSE)
    @Operation(
            operationId = "getBundleSignature",
            summary = "Get the signature of the bundle",
            description =
                    "A detached JWS (RFC 7515, appendix F, and RFC 7797; Ed25519) of exactly the bytes of the bundle in"
                            + " that language, not zipped. The keys are at `/.well-known/jwks.json`.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = DownloadService.JOSE, schema = @Schema(ref = "CompactJws")))
    @APIResponse(responseCode = "409", description = "There is more content than fits into one document.")
    Uni<Response> get(@QueryParam("lang") @Parameter(ref = "lang") @Nullable String lang);
}
