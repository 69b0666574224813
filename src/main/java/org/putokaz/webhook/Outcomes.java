package org.putokaz.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import org.putokaz.security.Actor;

/** What an attempt at a change does to its endpoint and its delivery. Only ever used by whoever holds the row. */
@ApplicationScoped
class Outcomes {

    private static final Actor WE = Actor.service("webhooks");

    private final Deliveries deliveries;
    private final Retries retries;
    private final Acts acts;
    private final WebhookMeters meters;

    @Inject
    Outcomes(Deliveries deliveries, Retries retries, Acts acts, WebhookMeters meters) {
        this.deliveries = deliveries;
        this.retries = retries;
        this.acts = acts;
        this.meters = meters;
    }

    void note(EndpointRow endpoint, Letter letter, Answer answer, Instant now) {
        meters.attempted(answer.accepted());
        DeliveryRow delivery = deliveries.find(letter.delivery()).orElse(null);
        if (delivery == null) {
            return;
        }
        deliveries.add(AttemptRow.of(delivery.id, answer, now));
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

    private void failed(EndpointRow endpoint, Answer answer, Instant now) {
        endpoint.failed(now, retries.next(endpoint.failures + 1, answer.retryAfter(), now));
        if (!endpoint.isActive()) {
            return;
        }
        if (answer.status() == Answer.GONE) {
            endpoint.stop(EndpointStatus.DISABLED, StatusReason.GONE);
            acts.record(WE, "webhook-disabled", endpoint);
        } else if (retries.isTimeToGiveUp(Objects.requireNonNull(endpoint.failingSince), now)) {
            endpoint.stop(EndpointStatus.PAUSED, StatusReason.FAILING);
            acts.record(WE, "webhook-given-up", endpoint);
        }
    }
}
