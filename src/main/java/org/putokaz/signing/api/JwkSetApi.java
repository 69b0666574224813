package org.putokaz.signing.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** HTTP contract of the public key set. */
@Path("/.well-known/jwks.json")
@Tag(name = "Sync")
public interface JwkSetApi {

    String TYPE = "application/jwk-set+json";

    @GET
    @Produces({TYPE, "application/json"})
    @Operation(
            operationId = "getJwkSet",
            summary = "Get the public keys",
            description =
                    "Every key that a signature of this service may be checked with: the one that signs, the next one"
                            + " for a while before it signs, and old ones long after. A `kid` that is not here means: read this"
                            + " again, and if it is still not here, trust nothing signed with it.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = TYPE, schema = @Schema(implementation = JwkSet.class)))
    Response get();
}
