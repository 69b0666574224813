package org.putokaz.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.putokaz.problem.Problem;
import org.putokaz.problem.ProblemException;
import org.putokaz.security.Actor;

/**
 * What somebody asks to be sent now: a challenge, a test, a change once more. Tried once, one at a time for each endpoint,
 * beside the queue. As with {@link Courier}, what was begun is written down before it is sent.
 */
@ApplicationScoped
class ByHand {

    private static final Duration MARGIN = Duration.ofSeconds(10);
    private static final Duration WHILE = Duration.ofMinutes(1);
    /** Whoever registers somebody else's address cannot make us knock there more often than this. */
    static final int MOST_A_WHILE = 30;

    private final Registry registry;
    private final Deliveries deliveries;
    private final Mail mail;
    private final Bodies bodies;
    private final Acts acts;
    private final Terms terms;

    @Inject
    ByHand(Registry registry, Deliveries deliveries, Mail mail, Bodies bodies, Acts acts, Terms terms) {
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
    Letter challenge(UUID id, String challenge, Actor actor) {
        Instant now = terms.now();
        EndpointRow endpoint = begin(id, actor, now);
        DeliveryRow delivery = add(endpoint, DeliveryKind.CHALLENGE, now);
        return letter(endpoint, new Mail.Item(delivery.id, bodies.challenge(challenge, now)), now);
    }

    @Transactional
    Letter test(UUID id, Actor actor) {
        Instant now = terms.now();
        EndpointRow endpoint = begin(id, actor, now);
        requireVerified(endpoint);
        DeliveryRow delivery = add(endpoint, DeliveryKind.TEST, now);
        acts.record(actor, "webhook-tested", endpoint);
        return letter(endpoint, new Mail.Item(delivery.id, bodies.test(endpoint.id, now)), now);
    }

    /** @throws ProblemException 409 when the entry has changed since, or the delivery is waiting for its turn anyway */
    @Transactional
    Letter replay(UUID id, UUID deliveryId, Actor actor) {
        Instant now = terms.now();
        EndpointRow endpoint = begin(id, actor, now);
        requireVerified(endpoint);
        DeliveryRow delivery =
                deliveries.find(id, deliveryId).orElseThrow(() -> Problem.NOT_FOUND.because("no-such-delivery"));
        if (delivery.kind != DeliveryKind.CHANGE) {
            throw Problem.CONFLICT.because("webhook-delivery-no-change");
        }
        if (delivery.state == DeliveryState.PENDING) {
            throw Problem.CONFLICT.because("webhook-delivery-pending");
        }
        Mail.Item item = mail.item(delivery).orElseThrow(() -> Problem.CONFLICT.because("webhook-delivery-superseded"));
        acts.record(actor, "webhook-delivery-replayed", endpoint);
        return letter(endpoint, item, now);
    }

    private EndpointRow begin(UUID id, Actor actor, Instant now) {
        EndpointRow endpoint = registry.lock(id, actor);
        if (endpoint.byHandUntil != null && endpoint.byHandUntil.isAfter(now)) {
            throw Problem.CONFLICT.because("webhook-busy");
        }
        if (deliveries.countByHand(id, now.minus(WHILE)) >= MOST_A_WHILE) {
            throw Problem.CONFLICT.because("webhook-asked-too-often", MOST_A_WHILE);
        }
        endpoint.byHandUntil = now.plus(terms.config().timeout()).plus(MARGIN);
        return endpoint;
    }

    private static void requireVerified(EndpointRow endpoint) {
        if (endpoint.status != EndpointStatus.ACTIVE && endpoint.status != EndpointStatus.PAUSED) {
            throw Problem.CONFLICT.because("webhook-must-be-verified");
        }
    }

    private DeliveryRow add(EndpointRow endpoint, DeliveryKind kind, Instant now) {
        DeliveryRow delivery = DeliveryRow.of(endpoint, kind, now);
        deliveries.add(delivery);
        return delivery;
    }

    private Letter letter(EndpointRow endpoint, Mail.Item item, Instant now) {
        return new Letter(
                endpoint.id,
                UUID.randomUUID(),
                item.delivery(),
                Letter.Envelope.of(endpoint, now),
                item.body(),
                now.plus(MARGIN));
    }

    /** Notes what came of it. What was a challenge, and was answered, makes the endpoint active. */
    @Transactional
    DeliveryView settle(Letter letter, Answer answer, Actor actor) {
        Instant now = terms.now();
        EndpointRow endpoint = registry.lock(letter.endpoint(), actor);
        DeliveryRow delivery =
                deliveries.find(letter.delivery()).orElseThrow(() -> Problem.NOT_FOUND.because("no-such-delivery"));
        endpoint.byHandUntil = null;
        deliveries.add(AttemptRow.of(delivery.id, answer, now));
        if (answer.accepted()) {
            delivery.state = DeliveryState.DELIVERED;
        } else if (delivery.state == DeliveryState.PENDING) {
            delivery.state = DeliveryState.FAILED;
        }
        if (delivery.kind == DeliveryKind.CHALLENGE && answer.accepted()) {
            endpoint.verified(now);
            acts.record(actor, "webhook-verified", endpoint);
        }
        List<AttemptRow> attempts = deliveries.attemptsOf(List.of(delivery.id)).getOrDefault(delivery.id, List.of());
        return DeliveryView.of(delivery, attempts);
    }
}
