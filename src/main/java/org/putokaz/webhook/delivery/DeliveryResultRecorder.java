package org.putokaz.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import org.putokaz.security.Actor;
import org.putokaz.webhook.WebhookMetrics;
import org.putokaz.webhook.endpoint.EndpointEntity;
import org.putokaz.webhook.endpoint.EndpointStatus;
import org.putokaz.webhook.endpoint.StatusReason;
import org.putokaz.webhook.endpoint.WebhookAudit;
import org.putokaz.webhook.transport.DeliveryResult;

/** What an attempt at a change does to its endpoint and its delivery. Only ever used by whoever holds the row. */
@ApplicationScoped
class DeliveryResultRecorder {

    private static final Actor WE = Actor.service("webhooks");

    private final DeliveryRepository deliveries;
    private final RetryPolicy retries;
    private final WebhookAudit acts;
    private final WebhookMetrics meters;

    @Inject
    DeliveryResultRecorder(
            DeliveryRepository deliveries, RetryPolicy retries, WebhookAudit acts, WebhookMetrics meters) {
        this.deliveries = deliveries;
        this.retries = retries;
        this.acts = acts;
        this.meters = meters;
    }

    void note(EndpointEntity endpoint, ClaimedDelivery letter, DeliveryResult answer, Instant now) {
        meters.attempted(answer.accepted());
        DeliveryEntity delivery = deliveries.find(letter.delivery()).orElse(null);
        if (delivery == null) {
            return;
        }
        deliveries.add(DeliveryAttemptEntity.of(delivery.id, answer, now));
        if (answer.accepted()) {
            delivery.state = DeliveryState.DELIVERED;
        }
        // Otherwise another node took over, or its owner moved it elsewhere, while this was on its way.
        boolean inHand = delivery.id.equals(endpoint.head) && letter.claim().equals(endpoint.claim);
        if (inHand && answer.accepted()) {
            endpoint.acknowledged(Objects.requireNonNull(delivery.position), now);
        } else if (inHand) {
            failed(endpoint, answer, now);
        }
    }

    private void failed(EndpointEntity endpoint, DeliveryResult answer, Instant now) {
        endpoint.failed(now, retries.next(endpoint.failures + 1, answer.retryAfter(), now));
        if (!endpoint.isActive()) {
            return;
        }
        if (answer.status() == DeliveryResult.GONE) {
            endpoint.stop(EndpointStatus.DISABLED, StatusReason.GONE);
            acts.record(WE, "webhook-disabled", endpoint);
        } else if (retries.isTimeToGiveUp(Objects.requireNonNull(endpoint.failingSince), now)) {
            endpoint.stop(EndpointStatus.PAUSED, StatusReason.FAILING);
            acts.record(WE, "webhook-given-up", endpoint);
        }
    }
}
