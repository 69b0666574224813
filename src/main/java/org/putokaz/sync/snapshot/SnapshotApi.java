package org.putokaz.sync.snapshot;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** HTTP contract of the snapshot, {@code /api/v1/snapshot}. */
@Path(SnapshotDocumentFactory.PATH)
@Tag(name = "Sync")
public interface SnapshotApi {

    String NDJSON = "application/x-ndjson";

    @GET
    @Produces(NDJSON)
    @Operation(
            operationId = "getSnapshot",
            summary = "Take everything",
            description =
                    "All that is published, of one moment, one JSON document a line: first a header with the token to"
                            + " go on from, then every entry in all languages, in the order of their last changes, last a trailer."
                            + " A file whose last line is no trailer is broken off: ask for the rest with `Range` and `If-Range`."
                            + " `X-JWS-Signature` holds a JWS whose payload says the SHA-256 of these bytes, not zipped.")
    @APIResponse(
            responseCode = "200",
            headers = {
                @Header(name = "Accept-Ranges", ref = "Accept-Ranges"),
                @Header(name = "Putokaz-Position", ref = "Putokaz-Position"),
                @Header(name = "Repr-Digest", ref = "Repr-Digest"),
                @Header(name = "X-JWS-Signature", ref = "X-JWS-Signature"),
                @Header(name = "Link", ref = "Link")
            },
            content = @Content(mediaType = NDJSON, schema = @Schema(ref = "SnapshotLine")))
    @APIResponse(
            responseCode = "206",
            description = "The part that was asked for.",
            headers = @Header(name = "Content-Range", ref = "Content-Range"))
    @APIResponse(
            responseCode = "416",
            description = "There is no such part; `Content-Range` says how long the file is.")
    Uni<Response> get(@BeanParam SnapshotParameters parameters);
}
