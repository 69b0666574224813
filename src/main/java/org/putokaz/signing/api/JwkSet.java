package org.putokaz.signing.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.signing.SigningKeyEntity;

/** Public key set (RFC 7517, RFC 8037). */
@Schema(
        name = "JwkSet",
        description = "The public keys that a signature of this service can be checked with (RFC 7517).")
record JwkSet(
        @Schema(description = "The newest first; the newest may not sign yet, and the older sign no more.")
        List<Jwk> keys) {

    @JsonPropertyOrder({"kty", "crv", "x", "kid", "use", "alg"})
    @Schema(name = "Jwk")
    record Jwk(
            @Schema(examples = "OKP") String kty,
            @Schema(examples = "Ed25519") String crv,

            @Schema(
                    description = "The public key in base64url.",
                    examples = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
            String x,

            @Schema(description = "As in the header of a JWS.", examples = SigningKeyView.KID)
            String kid,

            @Schema(examples = "sig") String use,
            @Schema(examples = "Ed25519") String alg) {

        static Jwk of(SigningKeyEntity key) {
            return new Jwk("OKP", "Ed25519", key.x, key.kid, "sig", "Ed25519");
        }
    }
}
