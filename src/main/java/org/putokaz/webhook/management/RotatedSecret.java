package org.putokaz.webhook.management;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.http.response.PrivateResponse;

/** Response with the new secret of an endpoint, the only one that shows it. */
@Schema(name = "RotatedWebhookSecret", description = "A secret that has just taken another's place.")
public record RotatedSecret(
        @Schema(
                description = "What deliveries are signed with from now on. Keep it; it is not shown again.",
                examples = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")
        String secret,

        @Schema(description = "Until when the secret before signs beside it.")
        Instant previousSecretUntil)
        implements PrivateResponse {

    /** Without the secret, so that no log shows it. */
    @Override
    public String toString() {
        return "RotatedSecret until " + previousSecretUntil;
    }
}
