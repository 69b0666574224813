package org.putokaz.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.putokaz.live.FeedState;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.webhook.WebhookConfig;
import org.putokaz.webhook.delivery.PayloadReader.DeliveryPayload;
import org.putokaz.webhook.endpoint.EndpointEntity;
import org.putokaz.webhook.endpoint.EndpointRepository;
import org.putokaz.webhook.transport.DeliveryResult;

/**
 * Claims of endpoints: the transaction before an attempt and the one after it. No transaction is open during the
 * attempt.
 *
 * <h2>Concurrency</h2>
 *
 * A claim is a random id with an end, written under the lock of the endpoint's row. While it lasts no other process
 * sends to the endpoint, so an endpoint has one attempt at a time and receives its changes in order.
 *
 * <h2>Consistency</h2>
 *
 * The delivery is stored with the claim. A process that ends before it records a result leaves the delivery pending;
 * when the claim has run out, another process sends it again under the same id. A result that comes after that changes
 * nothing on the endpoint, because the claim id is another one.
 *
 * <h2>Bounds</h2>
 *
 * A claim lasts twice as long as an attempt may: a request may be started in the first half, so it ends within the
 * second.
 */
@ApplicationScoped
class DeliveryClaimService {

    /** Time for the DNS lookup and the database, on top of the timeout of a request. */
    private static final Duration ATTEMPT_MARGIN = Duration.ofSeconds(10);

    private final EndpointRepository endpoints;
    private final NextDeliverySelector selector;
    private final ControlSelector controls;
    private final DeliveryResultRecorder results;
    private final ChangeFeed feed;
    private final Clock clock;
    private final Duration maxAttemptDuration;

    @Inject
    DeliveryClaimService(
            EndpointRepository endpoints,
            NextDeliverySelector selector,
            ControlSelector controls,
            DeliveryResultRecorder results,
            ChangeFeed feed,
            Clock clock,
            WebhookConfig config) {
        this.endpoints = endpoints;
        this.selector = selector;
        this.controls = controls;
        this.results = results;
        this.feed = feed;
        this.clock = clock;
        this.maxAttemptDuration = config.timeout().plus(ATTEMPT_MARGIN);
    }

    /** Unclaimed endpoints that have something to send, the longest due first. */
    @Transactional
    List<UUID> findDue(int limit) {
        FeedState state = feed.currentState();
        return endpoints.findDue(state.id(), state.position(), clock.instant(), limit);
    }

    /**
     * Claims an endpoint and its next delivery; empty when another process has claimed it, or there is nothing to send.
     */
    @Transactional
    Optional<ClaimedDelivery> claim(UUID endpointId) {
        Instant now = clock.instant();
        return endpoints
                .tryLock(endpointId)
                .filter(EndpointEntity::isActive)
                .filter(endpoint -> endpoint.claimedUntil == null || !endpoint.claimedUntil.isAfter(now))
                .flatMap(endpoint -> claim(endpoint, UUID.randomUUID(), selector.next(endpoint, now), now));
    }

    /**
     * Records the result of an attempt. After an accepted one the claim is renewed for the next delivery, and for a
     * control after one refusal too many; otherwise, or when there is none, it is released.
     *
     * @return the next delivery to the same endpoint, if any
     */
    @Transactional
    Optional<ClaimedDelivery> recordResult(ClaimedDelivery delivery, DeliveryResult result) {
        Instant now = clock.instant();
        EndpointEntity endpoint = endpoints.lock(delivery.endpointId()).orElse(null);
        if (endpoint == null) {
            return Optional.empty();
        }
        DeliveryResultRecorder.NextStep step = results.record(endpoint, delivery, result, now);
        if (!delivery.claimId().equals(endpoint.claimId)) {
            return Optional.empty();
        }
        Optional<DeliveryPayload> next = endpoint.isActive() ? nextPayload(endpoint, step, now) : Optional.empty();
        return claim(endpoint, delivery.claimId(), next, now);
    }

    private Optional<DeliveryPayload> nextPayload(
            EndpointEntity endpoint, DeliveryResultRecorder.NextStep step, Instant now) {
        return switch (step) {
            case CONTINUE -> selector.next(endpoint, now);
            case CONTROL -> controls.next(endpoint, now);
            case RELEASE -> Optional.empty();
        };
    }

    /** Releases the claim of a delivery that was not sent. */
    @Transactional
    void releaseUnsent(ClaimedDelivery delivery) {
        endpoints
                .lock(delivery.endpointId())
                .filter(endpoint -> delivery.claimId().equals(endpoint.claimId))
                .ifPresent(EndpointEntity::releaseClaim);
    }

    /** Claims the endpoint for a delivery, or releases the claim when there is none. */
    private Optional<ClaimedDelivery> claim(
            EndpointEntity endpoint, UUID claimId, Optional<DeliveryPayload> payload, Instant now) {
        if (payload.isEmpty()) {
            endpoint.releaseClaim();
            return Optional.empty();
        }
        Instant sendBefore = now.plus(maxAttemptDuration);
        endpoint.claim(claimId, sendBefore.plus(maxAttemptDuration));
        return payload.map(pending -> new ClaimedDelivery(
                endpoint.id,
                claimId,
                pending.deliveryId(),
                ClaimedDelivery.Destination.of(endpoint, now),
                pending.body(),
                sendBefore));
    }
}
