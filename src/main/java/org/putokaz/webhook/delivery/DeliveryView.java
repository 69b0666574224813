package org.putokaz.webhook.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.response.PrivateResponse;
import org.putokaz.sync.feed.ChangeView;
import org.putokaz.webhook.transport.DeliveryFailure;

/** View of a delivery and its attempts, without the body. */
@Schema(name = "WebhookDelivery", description = "Something that was, or is being, delivered; not what was in it.")
public record DeliveryView(
        @Schema(description = "Also its `webhook-id`, the same for every attempt.")
        UUID id,

        DeliveryKind kind,
        DeliveryState state,

        @Schema(description = "Where the change stands in the feed; null for what is no change.") @Nullable
        Long position,

        @Schema(description = "The position that the endpoint had acknowledged before; null for what is no change.")
        @Nullable
        Long previousPosition,

        @Schema(
                description =
                        "Whether it is a withdrawal for safety that goes ahead of its turn; it is sent once more in"
                                + " its turn.")
        boolean ahead,

        @Schema(description = "The family of the entry that changed; null for what is no change.") @Nullable
        String family,

        @Schema(description = "The entry that changed; null for what is no change.") @Nullable
        UUID entry,

        @Schema(description = "What to do with a copy of the entry; null for what is no change.")
        ChangeView.@Nullable Op op,

        @Schema(
                description =
                        "When it is tried again out of its turn; null when it waits for its turn, or is not sent any"
                                + " more by itself.")
        @Nullable
        Instant nextAttemptAt,

        Instant createdAt,

        @Schema(description = "The oldest first.") List<AttemptView> attempts)
        implements PrivateResponse {

    /** View of one attempt. */
    @Schema(name = "WebhookAttempt", description = "One attempt at a delivery, and what came of it.")
    record AttemptView(
            @Schema(description = "When it was over.") Instant at,

            @Schema(description = "The status of the answer; null when there was none.") @Nullable
            Integer status,

            @Schema(description = "How long it took, in milliseconds.")
            long latencyMs,

            @Schema(description = "The first bytes of the answer, 500 at most; what cannot be printed is U+FFFD.")
            String answer,

            @Schema(description = "What went wrong; null when it was acknowledged.") @Nullable
            DeliveryFailure error) {

        static AttemptView of(DeliveryAttemptEntity attempt) {
            return new AttemptView(
                    attempt.completedAt,
                    attempt.status == 0 ? null : attempt.status,
                    attempt.latencyMillis,
                    attempt.responseExcerpt,
                    attempt.failure == null ? null : DeliveryFailure.ofToken(attempt.failure));
        }
    }

    public static DeliveryView of(DeliveryEntity delivery, List<DeliveryAttemptEntity> attempts) {
        return new DeliveryView(
                delivery.id,
                delivery.kind,
                delivery.state,
                delivery.position,
                delivery.previousPosition,
                delivery.ahead,
                delivery.family,
                delivery.entryId,
                delivery.op,
                delivery.nextAttemptAt,
                delivery.createdAt,
                attempts.stream().map(AttemptView::of).toList());
    }
}
