package org.putokaz.security.token;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.response.PrivateResponse;
import org.putokaz.security.Role;

/** A token that was just made: the one answer that holds it. */
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

    static IssuedToken of(TokenService.Issued issued) {
        TokenEntity row = issued.row();
        return new IssuedToken(row.id, issued.text(), row.name, row.role(), row.createdAt, row.expiresAt);
    }

    @Override
    public String location() {
        return "/editorial/v1/tokens/" + id;
    }

    /** Whatever prints records must not print this one's secret. */
    @Override
    public String toString() {
        return "IssuedToken " + id;
    }
}
