package org.putokaz.webhook.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.response.PrivateResponse;
import org.putokaz.live.FeedState;
import org.putokaz.webhook.endpoint.ChangeInterest;
import org.putokaz.webhook.endpoint.EndpointEntity;
import org.putokaz.webhook.endpoint.EndpointStatus;
import org.putokaz.webhook.endpoint.StatusReason;

/** View of an endpoint, without its secret. */
@Schema(name = "Webhook", description = "An address that changes are sent to, and how that goes.")
record WebhookView(
        UUID id,
        String url,

        @Schema(description = "The families that it hears of; all of them when empty.")
        List<String> families,

        @Schema(description = "Whether it hears of all changes, or of major ones alone.")
        ChangeInterest importance,

        EndpointStatus status,

        @Schema(description = "Why it is paused or disabled; null while it is neither.") @Nullable
        StatusReason statusReason,

        @Schema(description = "The position of the last change that it acknowledged; where it began before the first.")
        long position,

        @Schema(description = "How many positions of the feed have not been looked at for it yet; 0 when it has all.")
        long behind,

        @Schema(description = "How many attempts in a row have failed.")
        int failures,

        @Schema(
                description = "How many changes it refused that are set aside, so that later ones do not wait for them."
                        + " `deliveries?state=set-aside` lists them.")
        long setAside,

        @Schema(description = "Since when it has been failing; null while it is not.") @Nullable
        Instant failingSince,

        @Schema(description = "When it is tried again; null while it is not failing, or not active.") @Nullable
        Instant nextAttemptAt,

        @Schema(description = "Until when the secret before the present one signs too; null when there is none.")
        @Nullable
        Instant previousSecretUntil,

        @Schema(description = "Who registered it, for people to read.", examples = "Partner agency")
        String owner,

        Instant createdAt,

        @Schema(description = "When it last answered a challenge; null when it never did.") @Nullable
        Instant verifiedAt)
        implements PrivateResponse {

    static WebhookView of(EndpointEntity endpoint, long setAside, FeedState feed, Instant now) {
        boolean failing = endpoint.isActive() && endpoint.attempts.failures > 0;
        return new WebhookView(
                endpoint.id,
                endpoint.url,
                List.copyOf(endpoint.familyNames()),
                endpoint.interest,
                endpoint.status,
                endpoint.statusReason,
                endpoint.lastDeliveredPosition,
                Math.max(0, feed.position() - endpoint.acknowledgedUpTo),
                endpoint.attempts.failures,
                setAside,
                endpoint.attempts.failingSince,
                failing ? endpoint.attempts.nextAttemptAt : null,
                endpoint.secrets.previousActiveUntil(now),
                endpoint.ownerName,
                endpoint.createdAt,
                endpoint.verifiedAt);
    }
}
