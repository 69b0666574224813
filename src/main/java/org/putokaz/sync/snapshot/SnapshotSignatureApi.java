package org.putokaz.sync.snapshot;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.putokaz.sync.download.DownloadService;

/** HTTP contract of the signature of the snapshot, {@code /api/v1/snapshot.jws}. */
@Path(SnapshotDocumentFactory.PATH + ".jws")
@Tag(name = "Sync")
public interface SnapshotSignatureApi {

    @GET
    @Produces(DownloadService.JOSE)
    @Operation(
            operationId = "getSnapshotSignature",
            summary = "Get the signature of the snapshot",
            description =
                    "A compact JWS (RFC 7515, Ed25519) of the snapshot that the same query would get now. Its payload"
                            + " is JSON with `path`, `feed`, `position`, `iat`, and `size` and `sha-256` (hexadecimal) of the snapshot's"
                            + " bytes, not zipped. The keys are at `/.well-known/jwks.json`.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = DownloadService.JOSE, schema = @Schema(ref = "CompactJws")))
    Uni<Response> get(@BeanParam SnapshotParameters parameters);
}
