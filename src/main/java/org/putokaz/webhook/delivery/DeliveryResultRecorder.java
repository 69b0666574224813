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

/**
 * Recorder of the results of change deliveries, on the delivery and its endpoint. Needs the lock of the endpoint's row.
 */
@ApplicationScoped
class DeliveryResultRecorder {

    private static final Actor ACTOR = Actor.service("webhooks");

    private final DeliveryRepository deliveries;
    private final RetryPolicy retryPolicy;
    private final WebhookAudit audit;
    private final WebhookMetrics metrics;

    @Inject
    DeliveryResultRecorder(
            DeliveryRepository deliveries, RetryPolicy retryPolicy, WebhookAudit audit, WebhookMetrics metrics) {
        this.deliveries = deliveries;
        this.retryPolicy = retryPolicy;
        this.audit = audit;
        this.metrics = metrics;
    }

    void record(EndpointEntity endpoint, ClaimedDelivery claimed, DeliveryResult result, Instant now) {
        metrics.recordAttempt(result.isAccepted());
        DeliveryEntity delivery = deliveries.find(claimed.deliveryId()).orElse(null);
        if (delivery == null) {
            return;
        }
        deliveries.add(DeliveryAttemptEntity.of(delivery.id, result, now));
        if (result.isAccepted()) {
            delivery.state = DeliveryState.DELIVERED;
        }
        // Otherwise another node has claimed the endpoint, or its position was moved, during the attempt.
        boolean current = delivery.id.equals(endpoint.pendingDeliveryId)
                && claimed.claimId().equals(endpoint.claimId);
        if (current && result.isAccepted()) {
            endpoint.recordAcknowledgement(Objects.requireNonNull(delivery.position), now);
        } else if (current) {
            recordFailure(endpoint, result, now);
        }
    }

    private void recordFailure(EndpointEntity endpoint, DeliveryResult result, Instant now) {
        endpoint.recordFailure(now, retryPolicy.nextAttemptAt(endpoint.failures + 1, result.retryAfter(), now));
        if (!endpoint.isActive()) {
            return;
        }
        if (result.status() == DeliveryResult.GONE) {
            endpoint.deactivate(EndpointStatus.DISABLED, StatusReason.GONE);
            audit.record(ACTOR, "webhook-disabled", endpoint);
        } else if (retryPolicy.shouldGiveUp(Objects.requireNonNull(endpoint.failingSince), now)) {
            endpoint.deactivate(EndpointStatus.PAUSED, StatusReason.FAILING);
            audit.record(ACTOR, "webhook-given-up", endpoint);
        }
    }
}
