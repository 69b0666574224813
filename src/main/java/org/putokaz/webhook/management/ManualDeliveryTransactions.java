package org.putokaz.webhook.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;
import org.putokaz.webhook.WebhookConfig;
import org.putokaz.webhook.delivery.ClaimedDelivery;
import org.putokaz.webhook.delivery.DeliveryAttemptEntity;
import org.putokaz.webhook.delivery.DeliveryClaimService;
import org.putokaz.webhook.delivery.DeliveryEntity;
import org.putokaz.webhook.delivery.DeliveryKind;
import org.putokaz.webhook.delivery.DeliveryRepository;
import org.putokaz.webhook.delivery.DeliveryState;
import org.putokaz.webhook.delivery.DeliveryView;
import org.putokaz.webhook.delivery.NextDeliverySelector;
import org.putokaz.webhook.delivery.PayloadWriter;
import org.putokaz.webhook.endpoint.EndpointEntity;
import org.putokaz.webhook.endpoint.EndpointStatus;
import org.putokaz.webhook.endpoint.WebhookAudit;
import org.putokaz.webhook.transport.DeliveryResult;

/**
 * What somebody asks to be sent now: a challenge, a test, a change once more. Tried once, one at a time for each endpoint,
 * beside the queue. As with {@link DeliveryClaimService}, what was begun is written down before it is sent.
 */
@ApplicationScoped
class ManualDeliveryTransactions {

    private static final Duration MARGIN = Duration.ofSeconds(10);
    private static final Duration WHILE = Duration.ofMinutes(1);
    /** Whoever registers somebody else's address cannot make us knock there more often than this. */
    static final int MOST_A_WHILE = 30;

    private final EndpointService registry;
    private final DeliveryRepository deliveries;
    private final NextDeliverySelector mail;
    private final PayloadWriter bodies;
    private final WebhookAudit acts;
    private final Terms terms;

    @Inject
    ManualDeliveryTransactions(
            EndpointService registry,
            DeliveryRepository deliveries,
            NextDeliverySelector mail,
            PayloadWriter bodies,
            WebhookAudit acts,
            Terms terms) {
        this.registry = registry;
        this.deliveries = deliveries;
        this.mail = mail;
        this.bodies = bodies;
        this.acts = acts;
        this.terms = terms;
    }

    /** By which clock, and for how long. */
    @jakarta.inject.Singleton
    record Terms(Clock clock, WebhookConfig config) {

        Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MILLIS);
        }
    }

    @Transactional
    ClaimedDelivery challenge(UUID id, String challenge, Actor actor) {
        Instant now = terms.now();
        EndpointEntity endpoint = begin(id, actor, now);
        DeliveryEntity delivery = add(endpoint, DeliveryKind.CHALLENGE, now);
        return letter(endpoint, new NextDeliverySelector.Item(delivery.id, bodies.challenge(challenge, now)), now);
    }

    @Transactional
    ClaimedDelivery test(UUID id, Actor actor) {
        Instant now = terms.now();
        EndpointEntity endpoint = begin(id, actor, now);
        requireVerified(endpoint);
        DeliveryEntity delivery = add(endpoint, DeliveryKind.TEST, now);
        acts.record(actor, "webhook-tested", endpoint);
        return letter(endpoint, new NextDeliverySelector.Item(delivery.id, bodies.test(endpoint.id, now)), now);
    }

    /** @throws ProblemException 409 when the entry has changed since, or the delivery is waiting for its turn anyway */
    @Transactional
    ClaimedDelivery replay(UUID id, UUID deliveryId, Actor actor) {
        Instant now = terms.now();
        EndpointEntity endpoint = begin(id, actor, now);
        requireVerified(endpoint);
        DeliveryEntity delivery =
                deliveries.find(id, deliveryId).orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-delivery"));
        if (delivery.kind != DeliveryKind.CHANGE) {
            throw ProblemType.CONFLICT.because("webhook-delivery-no-change");
        }
        if (delivery.state == DeliveryState.PENDING) {
            throw ProblemType.CONFLICT.because("webhook-delivery-pending");
        }
        NextDeliverySelector.Item item =
                mail.item(delivery).orElseThrow(() -> ProblemType.CONFLICT.because("webhook-delivery-superseded"));
        acts.record(actor, "webhook-delivery-replayed", endpoint);
        return letter(endpoint, item, now);
    }

    private EndpointEntity begin(UUID id, Actor actor, Instant now) {
        EndpointEntity endpoint = registry.lock(id, actor);
        if (endpoint.byHandUntil != null && endpoint.byHandUntil.isAfter(now)) {
            throw ProblemType.CONFLICT.because("webhook-busy");
        }
        if (deliveries.countByHand(id, now.minus(WHILE)) >= MOST_A_WHILE) {
            throw ProblemType.CONFLICT.because("webhook-asked-too-often", MOST_A_WHILE);
        }
        endpoint.byHandUntil = now.plus(terms.config().timeout()).plus(MARGIN);
        return endpoint;
    }

    private static void requireVerified(EndpointEntity endpoint) {
        if (endpoint.status != EndpointStatus.ACTIVE && endpoint.status != EndpointStatus.PAUSED) {
            throw ProblemType.CONFLICT.because("webhook-must-be-verified");
        }
    }

    private DeliveryEntity add(EndpointEntity endpoint, DeliveryKind kind, Instant now) {
        DeliveryEntity delivery = DeliveryEntity.of(endpoint, kind, now);
        deliveries.add(delivery);
        return delivery;
    }

    private ClaimedDelivery letter(EndpointEntity endpoint, NextDeliverySelector.Item item, Instant now) {
        return new ClaimedDelivery(
                endpoint.id,
                UUID.randomUUID(),
                item.delivery(),
                ClaimedDelivery.Envelope.of(endpoint, now),
                item.body(),
                now.plus(MARGIN));
    }

    /** Notes what came of it. What was a challenge, and was answered, makes the endpoint active. */
    @Transactional
    DeliveryView settle(ClaimedDelivery letter, DeliveryResult answer, Actor actor) {
        Instant now = terms.now();
        EndpointEntity endpoint = registry.lock(letter.endpoint(), actor);
        DeliveryEntity delivery =
                deliveries.find(letter.delivery()).orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-delivery"));
        endpoint.byHandUntil = null;
        deliveries.add(DeliveryAttemptEntity.of(delivery.id, answer, now));
        if (answer.accepted()) {
            delivery.state = DeliveryState.DELIVERED;
        } else if (delivery.state == DeliveryState.PENDING) {
            delivery.state = DeliveryState.FAILED;
        }
        if (delivery.kind == DeliveryKind.CHALLENGE && answer.accepted()) {
            endpoint.verified(now);
            acts.record(actor, "webhook-verified", endpoint);
        }
        List<DeliveryAttemptEntity> attempts =
                deliveries.attemptsOf(List.of(delivery.id)).getOrDefault(delivery.id, List.of());
        return DeliveryView.of(delivery, attempts);
    }
}
