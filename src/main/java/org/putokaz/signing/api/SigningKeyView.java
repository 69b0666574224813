package org.putokaz.signing.api;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.response.PrivateResponse;
import org.putokaz.signing.KeyState;
import org.putokaz.signing.SigningKeyEntity;

/** View of a signing key for admins, without its private key. */
@Schema(name = "SigningKey", description = "A key that content is signed with, without its private half.")
public record SigningKeyView(
        @Schema(description = "Its name: the SHA-256 thumbprint of its JWK (RFC 7638).", examples = KID)
        String kid,

        KeyState state,

        @Schema(description = "`generated` here, or `configured` by the operator.", examples = "generated")
        String source,

        Instant createdAt,

        @Schema(description = "From then on it signs; it can be read since it was created.")
        Instant signsFrom,

        @Schema(description = "When the next one takes over; null until one is announced.") @Nullable
        Instant signsUntil,

        @Schema(description = "Until when it can be read in the key set; null while no end is known.") @Nullable
        Instant shownUntil,

        @Schema(description = "When it was revoked; null when it was not.") @Nullable
        Instant revokedAt)
        implements PrivateResponse {

    /** A key id for examples: that of the key in RFC 8037, appendix A. */
    public static final String KID = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";

    static SigningKeyView of(SigningKeyEntity key, Instant now, Duration keep) {
        return new SigningKeyView(
                key.kid,
                key.stateAt(now),
                key.source,
                key.createdAt,
                key.signsFrom,
                key.signsUntil,
                key.revokedAt != null ? key.revokedAt : key.signsUntil == null ? null : key.signsUntil.plus(keep),
                key.revokedAt);
    }

    @Override
    public String location() {
        return SigningKeysApi.PATH + "/" + kid;
    }
}
