package org.putokaz.webhook.management;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.http.response.PrivateResponse;

/** A secret that has just taken another's place. */
@Schema(name = "RotatedWebhookSecret", description = "A secret that has just taken another's place.")
public record RotatedSecret(
        @Schema(
                description = "What deliveries are signed with from now on. Keep it; it is not shown again.",
                examples = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")
        String secret,

        @Schema(description = "Until when the secret before signs beside it.")
        Instant previousSecretUntil)
        implements PrivateResponse {

    /** Whatever prints records must not print this one's secret. */
    @Override
    public String toString() {
        return "RotatedSecret until " + previousSecretUntil;
    }
}
