package org.putokaz.webhook.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.http.response.PrivateResponse;
import org.putokaz.webhook.endpoint.ChangeInterest;
import org.putokaz.webhook.endpoint.EndpointEntity;
import org.putokaz.webhook.endpoint.EndpointStatus;

/** An endpoint that was just registered: the one answer that holds its first secret. */
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

    static IssuedWebhook of(EndpointEntity row) {
        return new IssuedWebhook(
                row.id,
                row.secret,
                row.url,
                List.copyOf(row.familyNames()),
                row.interest,
                row.status,
                row.delivered,
                row.createdAt);
    }

    @Override
    public String location() {
        return WebhooksApi.BASE + "/" + id;
    }

    /** Whatever prints records must not print this one's secret. */
    @Override
    public String toString() {
        return "IssuedWebhook " + id;
    }
}
