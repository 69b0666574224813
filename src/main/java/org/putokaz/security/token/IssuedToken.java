package org.putokaz.security.token;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.response.PrivateResponse;
import org.putokaz.security.Role;

/** Response to the creation of a token, and the only one that contains the secret. */
@Schema(name = "IssuedToken")
record IssuedToken(
        UUID id,

        @Schema(description = "The token itself. Keep it; it is not shown again.")
        String token,

        String name,
        Role role,
        Instant createdAt,

        @Schema(description = "From then on it is not valid; null when it does not end by itself.") @Nullable
        Instant expiresAt)
        implements PrivateResponse {

    static IssuedToken of(TokenService.IssueResult issued) {
        TokenEntity entity = issued.token();
        return new IssuedToken(
                entity.id, issued.secret(), entity.name, entity.role(), entity.createdAt, entity.expiresAt);
    }

    @Override
    public String location() {
        return "/editorial/v1/tokens/" + id;
    }

    /** Without the secret, which must not appear in a log. */
    @Override
    public String toString() {
        return "IssuedToken " + id;
    }
}
