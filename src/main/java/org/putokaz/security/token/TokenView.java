package org.putokaz.security.token;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.response.PrivateResponse;
import org.putokaz.security.ActorView;
import org.putokaz.security.Role;

/** Token as the API shows it, without the secret. */
@Schema(name = "Token", description = "A token of this service, without itself.")
record TokenView(
        UUID id,

        @Schema(description = "Who, or what, uses it.", examples = "Ana")
        String name,

        Role role,
        ActorView createdBy,
        Instant createdAt,

        @Schema(description = "From then on it is not valid; null when it does not end by itself.") @Nullable
        Instant expiresAt,

        @Schema(description = "When it was last used, to the minute; null when never.") @Nullable
        Instant lastUsedAt,

        @Schema(description = "When it was revoked; null when it was not.") @Nullable
        Instant revokedAt)
        implements PrivateResponse {

    static TokenView of(TokenEntity entity) {
        return new TokenView(
                entity.id,
                entity.name,
                entity.role(),
                new ActorView(entity.createdById, entity.createdByName),
                entity.createdAt,
                entity.expiresAt,
                entity.lastUsedAt,
                entity.revokedAt);
    }
}
