package org.putokaz.webhook.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.http.response.PrivateResponse;
import org.putokaz.webhook.endpoint.ChangeInterest;
import org.putokaz.webhook.endpoint.EndpointEntity;
import org.putokaz.webhook.endpoint.EndpointStatus;

/** Response to a registration, the only one that shows the first secret of an endpoint. */
@Schema(name = "IssuedWebhook", description = "An endpoint that was just registered. Verify it to have changes sent.")
record IssuedWebhook(
        UUID id,

        @Schema(
                description = "What deliveries are signed with (Standard Webhooks). Keep it; it is not shown again.",
                examples = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")
        String secret,

        String url,

        @Schema(description = "The families that it hears of; all of them when empty.")
        List<String> families,

        ChangeInterest importance,
        EndpointStatus status,

        @Schema(description = "The position after which changes are sent.")
        long position,

        Instant createdAt)
        implements PrivateResponse {

    static IssuedWebhook of(EndpointEntity endpoint) {
        return new IssuedWebhook(
                endpoint.id,
                endpoint.secrets.current(),
                endpoint.url,
                List.copyOf(endpoint.familyNames()),
                endpoint.interest,
                endpoint.status,
                endpoint.lastDeliveredPosition,
                endpoint.createdAt);
    }

    @Override
    public String location() {
        return WebhooksApi.BASE + "/" + id;
    }

    /** Without the secret, so that no log shows it. */
    @Override
    public String toString() {
        return "IssuedWebhook " + id;
    }
}
