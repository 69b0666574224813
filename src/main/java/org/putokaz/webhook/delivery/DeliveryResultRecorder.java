package org.putokaz.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.putokaz.security.Actor;
import org.putokaz.webhook.WebhookMetrics;
import org.putokaz.webhook.endpoint.EndpointEntity;
import org.putokaz.webhook.endpoint.EndpointStatus;
import org.putokaz.webhook.endpoint.StatusReason;
import org.putokaz.webhook.endpoint.WebhookAudit;
import org.putokaz.webhook.transport.DeliveryResult;

/**
 * Recorder of the results of deliveries, on the delivery and its endpoint. Needs the lock of the endpoint's row.
 *
 * <p>A failure in turn makes the endpoint wait. A failure out of turn makes only the delivery wait, unless the receiver
 * was not reached or asked for time.
 */
@ApplicationScoped
class DeliveryResultRecorder {

    private static final Logger LOG = Logger.getLogger(DeliveryResultRecorder.class);
    private static final Actor ACTOR = Actor.service("webhooks");

    private final DeliveryRepository deliveries;
    private final RetryPolicy retryPolicy;
    private final WebhookAudit audit;
    private final WebhookMetrics metrics;

    /** Continuation of a claim after an attempt. */
    enum NextStep {
        CONTINUE,
        /** Send another change, to see whether the receiver accepts anything. */
        CONTROL,
        RELEASE
    }

    @Inject
    DeliveryResultRecorder(
            DeliveryRepository deliveries, RetryPolicy retryPolicy, WebhookAudit audit, WebhookMetrics metrics) {
        this.deliveries = deliveries;
        this.retryPolicy = retryPolicy;
        this.audit = audit;
        this.metrics = metrics;
    }

    NextStep record(EndpointEntity endpoint, ClaimedDelivery claimed, DeliveryResult result, Instant now) {
        metrics.recordAttempt(result.isAccepted());
        DeliveryEntity delivery = deliveries.find(claimed.deliveryId()).orElse(null);
        if (delivery == null) {
            return NextStep.RELEASE;
        }
        deliveries.add(DeliveryAttemptEntity.of(delivery.id, result, now));
        if (result.isAccepted()) {
            delivery.recordAcknowledgement();
        } else {
            delivery.recordFailure(result);
        }
        if (!claimed.claimId().equals(endpoint.claimId)) {
            // Another node has claimed the endpoint during the attempt.
            return NextStep.RELEASE;
        }
        return result.isAccepted()
                ? recordAccepted(endpoint, delivery, now)
                : recordFailed(endpoint, delivery, result, now);
    }

    private NextStep recordAccepted(EndpointEntity endpoint, DeliveryEntity delivery, Instant now) {
        if (delivery.id.equals(endpoint.pendingDeliveryId)) {
            endpoint.recordAcknowledgement(Objects.requireNonNull(delivery.position), now);
        } else {
            endpoint.attempts.recordAcknowledgementOutOfTurn();
        }
        if (delivery.kind == DeliveryKind.CONTROL) {
            pending(endpoint).ifPresent(refused -> setAside(endpoint, refused, now));
        }
        return NextStep.CONTINUE;
    }

    private Optional<DeliveryEntity> pending(EndpointEntity endpoint) {
        return Optional.ofNullable(endpoint.pendingDeliveryId).flatMap(deliveries::find);
    }

    private void setAside(EndpointEntity endpoint, DeliveryEntity refused, Instant now) {
        refused.setAside(retryPolicy.nextAttemptAt(refused.failures, null, now));
        endpoint.passOver(Objects.requireNonNull(refused.position), now);
        LOG.warnf("The delivery %s of the webhook %s was refused and is set aside", refused.id, endpoint.id);
    }

    private NextStep recordFailed(
            EndpointEntity endpoint, DeliveryEntity delivery, DeliveryResult result, Instant now) {
        boolean inTurn = delivery.id.equals(endpoint.pendingDeliveryId);
        if (inTurn) {
            delay(endpoint, result, now);
        } else if (delivery.nextAttemptAt != null) {
            delayOutOfTurn(endpoint, delivery, result, now);
        }
        deactivateIfGone(endpoint, result, now);
        boolean tooOften = result.isRefusal() && retryPolicy.isRefusedTooOften(delivery.refusals);
        return inTurn && tooOften ? NextStep.CONTROL : NextStep.RELEASE;
    }

    /** A withdrawal that went ahead is sent again before the endpoint's next attempt in turn. */
    private void delay(EndpointEntity endpoint, DeliveryResult result, Instant now) {
        endpoint.attempts.recordFailure(
                now, retryPolicy.nextAttemptAt(endpoint.attempts.failures + 1, result.retryAfter(), now));
        deliveries.makeAheadDueBy(endpoint.id, endpoint.attempts.nextAttemptAt);
    }

    private void delayOutOfTurn(EndpointEntity endpoint, DeliveryEntity delivery, DeliveryResult result, Instant now) {
        if (!result.isRefusal() && endpoint.attempts.isDue(now)) {
            delay(endpoint, result, now);
        }
        Instant next = retryPolicy.nextAttemptAt(delivery.failures, result.retryAfter(), now);
        boolean endpointIsFirst =
                delivery.ahead && !endpoint.attempts.isDue(now) && endpoint.attempts.nextAttemptAt.isBefore(next);
        delivery.nextAttemptAt = endpointIsFirst ? endpoint.attempts.nextAttemptAt : next;
    }

    private void deactivateIfGone(EndpointEntity endpoint, DeliveryResult result, Instant now) {
        if (!endpoint.isActive()) {
            return;
        }
        if (result.status() == DeliveryResult.GONE) {
            endpoint.deactivate(EndpointStatus.DISABLED, StatusReason.GONE);
            audit.record(ACTOR, "webhook-disabled", endpoint);
        } else if (endpoint.attempts.failingSince != null
                && retryPolicy.shouldGiveUp(endpoint.attempts.failingSince, now)) {
            endpoint.deactivate(EndpointStatus.PAUSED, StatusReason.FAILING);
            audit.record(ACTOR, "webhook-given-up", endpoint);
        }
    }
}
