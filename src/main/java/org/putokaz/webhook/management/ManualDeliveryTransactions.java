package org.putokaz.webhook.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;
import org.putokaz.webhook.WebhookConfig;
import org.putokaz.webhook.delivery.ClaimedDelivery;
import org.putokaz.webhook.delivery.DeliveryAttemptEntity;
import org.putokaz.webhook.delivery.DeliveryEntity;
import org.putokaz.webhook.delivery.DeliveryKind;
import org.putokaz.webhook.delivery.DeliveryRepository;
import org.putokaz.webhook.delivery.DeliveryState;
import org.putokaz.webhook.delivery.DeliveryView;
import org.putokaz.webhook.delivery.PayloadReader;
import org.putokaz.webhook.delivery.PayloadWriter;
import org.putokaz.webhook.endpoint.EndpointEntity;
import org.putokaz.webhook.endpoint.WebhookAudit;
import org.putokaz.webhook.transport.DeliveryResult;

/**
 * Transactions before and after a manual delivery. As with deliveries of changes, the delivery is stored before
 * it is sent, and no transaction is open meanwhile.
 *
 * <p>An endpoint has one manual delivery at a time, and {@link #MAX_PER_INTERVAL} tests and challenges a minute. They are
 * independent of the delivery of changes, but while a change is sent on request no other one is: a later change of its
 * entry must not arrive before it.
 */
@ApplicationScoped
class ManualDeliveryTransactions {

    /** Time for the DNS lookup and the database, on top of the timeout of a request. */
    private static final Duration ATTEMPT_MARGIN = Duration.ofSeconds(10);

    private static final Duration RATE_LIMIT_INTERVAL = Duration.ofMinutes(1);
    /** Protects the owner of an address that a partner has registered without consent. */
    static final int MAX_PER_INTERVAL = 30;

    private final EndpointService endpoints;
    private final DeliveryRepository deliveries;
    private final PayloadReader reader;
    private final PayloadWriter payloads;
    private final WebhookAudit audit;
    private final Clock clock;
    private final Duration timeout;

    @Inject
    ManualDeliveryTransactions(
            EndpointService endpoints,
            DeliveryRepository deliveries,
            PayloadReader reader,
            PayloadWriter payloads,
            WebhookAudit audit,
            Clock clock,
            WebhookConfig config) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.reader = reader;
        this.payloads = payloads;
        this.audit = audit;
        this.clock = clock;
        this.timeout = config.timeout();
    }

    @Transactional
    ClaimedDelivery beginChallenge(UUID endpointId, String challenge, Actor actor) {
        Instant now = clock.instant();
        EndpointEntity endpoint = claim(endpointId, actor, now);
        DeliveryEntity delivery = addDelivery(endpoint, DeliveryKind.CHALLENGE, now);
        return claimedDelivery(endpoint, delivery, payloads.writeChallenge(challenge, now), now);
    }

    @Transactional
    ClaimedDelivery beginTest(UUID endpointId, Actor actor) {
        Instant now = clock.instant();
        EndpointEntity endpoint = claim(endpointId, actor, now);
        endpoint.requireVerified();
        DeliveryEntity delivery = addDelivery(endpoint, DeliveryKind.TEST, now);
        audit.record(actor, "webhook-tested", endpoint);
        return claimedDelivery(endpoint, delivery, payloads.writeTest(endpoint.id, now), now);
    }

    /**
     * @throws ProblemException 404 when there is no such delivery; 409 when its entry has changed since, when it is
     *     pending, or when it is a test or challenge
     */
    @Transactional
    ClaimedDelivery beginReplay(UUID endpointId, UUID deliveryId, Actor actor) {
        Instant now = clock.instant();
        EndpointEntity endpoint = claim(endpointId, actor, now);
        endpoint.requireVerified();
        DeliveryEntity delivery = deliveries
                .find(endpointId, deliveryId)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-delivery"));
        if (delivery.kind != DeliveryKind.CHANGE) {
            throw ProblemType.CONFLICT.because("webhook-delivery-no-change");
        }
        if (delivery.state == DeliveryState.PENDING) {
            throw ProblemType.CONFLICT.because("webhook-delivery-pending");
        }
        PayloadReader.DeliveryPayload payload =
                reader.read(delivery).orElseThrow(() -> ProblemType.CONFLICT.because("webhook-delivery-superseded"));
        endpoint.replaying = true;
        audit.record(actor, "webhook-delivery-replayed", endpoint);
        return claimedDelivery(endpoint, delivery, payload.body(), now);
    }

    /** Locks the endpoint, and claims it for one manual delivery. */
    private EndpointEntity claim(UUID endpointId, Actor actor, Instant now) {
        EndpointEntity endpoint = endpoints.lock(endpointId, actor);
        if (endpoint.manualDeliveryUntil != null && endpoint.manualDeliveryUntil.isAfter(now)) {
            throw ProblemType.CONFLICT.because("webhook-busy");
        }
        if (deliveries.countManual(endpointId, now.minus(RATE_LIMIT_INTERVAL)) >= MAX_PER_INTERVAL) {
            throw ProblemType.CONFLICT.because("webhook-asked-too-often", MAX_PER_INTERVAL);
        }
        endpoint.manualDeliveryUntil = now.plus(timeout).plus(ATTEMPT_MARGIN);
        endpoint.replaying = false;
        return endpoint;
    }

    private DeliveryEntity addDelivery(EndpointEntity endpoint, DeliveryKind kind, Instant now) {
        DeliveryEntity delivery = DeliveryEntity.pending(endpoint, kind, now);
        deliveries.add(delivery);
        return delivery;
    }

    private static ClaimedDelivery claimedDelivery(
            EndpointEntity endpoint, DeliveryEntity delivery, byte[] body, Instant now) {
        return new ClaimedDelivery(
                endpoint.id,
                UUID.randomUUID(),
                delivery.id,
                ClaimedDelivery.Destination.of(endpoint, now),
                body,
                now.plus(ATTEMPT_MARGIN));
    }

    /** Records the result of an attempt. An accepted challenge activates the endpoint. */
    @Transactional
    DeliveryView recordResult(ClaimedDelivery claimed, DeliveryResult result, Actor actor) {
        Instant now = clock.instant();
        EndpointEntity endpoint = endpoints.lock(claimed.endpointId(), actor);
        DeliveryEntity delivery = deliveries
                .find(claimed.deliveryId())
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-delivery"));
        endpoint.manualDeliveryUntil = null;
        endpoint.replaying = false;
        deliveries.add(DeliveryAttemptEntity.of(delivery.id, result, now));
        if (result.isAccepted()) {
            delivery.recordAcknowledgement();
        } else if (delivery.state == DeliveryState.PENDING) {
            delivery.state = DeliveryState.FAILED;
        }
        if (delivery.kind == DeliveryKind.CHALLENGE && result.isAccepted()) {
            endpoint.markVerified(now);
            audit.record(actor, "webhook-verified", endpoint);
        }
        List<DeliveryAttemptEntity> attempts =
                deliveries.findAttempts(List.of(delivery.id)).getOrDefault(delivery.id, List.of());
        return DeliveryView.of(delivery, attempts);
    }
}
