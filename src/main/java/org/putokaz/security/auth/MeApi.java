package org.putokaz.security.auth;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.response.PrivateResponse;
import org.putokaz.security.Role;

/** HTTP contract of the authenticated actor, {@code /editorial/v1/me}. */
@Path("/editorial/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public interface MeApi {

    /** Authenticated actor and the expiry of its credential. */
    @Schema(name = "Me")
    record Me(
            @Schema(description = "As in the audit trail.", examples = "token:01a20a8f-f164-784f-8978-7991cf34943f")
            String id,

            @Schema(examples = "Ana") String name,
            Role role,

            @Schema(description = "From then on the token is not valid; null when it does not end by itself.") @Nullable
            Instant expiresAt)
            implements PrivateResponse {}

    @GET
    @Operation(
            operationId = "getMe",
            summary = "Who am I?",
            description = "Whose token this is, and what it may do. For everybody who has one.")
    Me me();
}
