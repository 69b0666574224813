package org.putokaz.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.putokaz.live.FeedState;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.webhook.WebhookConfig;
import org.putokaz.webhook.endpoint.EndpointEntity;
import org.putokaz.webhook.endpoint.EndpointRepository;
import org.putokaz.webhook.transport.DeliveryResult;

/**
 * Takes an endpoint in hand, and notes what came of an attempt: the two transactions around each attempt, which itself has
 * none. A claim that has run out is another's to take; whoever comes back with it too late changes nothing.
 */
@ApplicationScoped
public class DeliveryClaimService {

    /** For looking up the name, and for a machine that is busy. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final EndpointRepository endpoints;
    private final NextDeliverySelector mail;
    private final DeliveryResultRecorder outcomes;
    private final ChangeFeed feed;
    private final Clock clock;
    private final Duration timeout;

    @Inject
    DeliveryClaimService(
            EndpointRepository endpoints,
            NextDeliverySelector mail,
            DeliveryResultRecorder outcomes,
            ChangeFeed feed,
            Clock clock,
            WebhookConfig config) {
        this.endpoints = endpoints;
        this.mail = mail;
        this.outcomes = outcomes;
        this.feed = feed;
        this.clock = clock;
        this.timeout = config.timeout();
    }

    /** The endpoints that something is due for, the longest due first. */
    @Transactional
    List<UUID> due(int most) {
        FeedState now = feed.now();
        return endpoints.due(now.id(), now.position(), now(), most);
    }

    /**
     * Claims an endpoint and says what to send to it; nothing when somebody else has it, or nothing is to be sent. Once
     * this has returned, whatever happens to this process, the same is sent again under the same id.
     */
    @Transactional
    Optional<ClaimedDelivery> take(UUID id) {
        Instant now = now();
        return endpoints
                .lockIfFree(id)
                .filter(endpoint -> endpoint.isActive() && !endpoint.dueAt.isAfter(now))
                .filter(endpoint -> endpoint.claimedUntil == null || !endpoint.claimedUntil.isAfter(now))
                .flatMap(endpoint -> next(endpoint, UUID.randomUUID(), now));
    }

    /** Notes what came of it, and says what to send to the same endpoint next, if anything. */
    @Transactional
    Optional<ClaimedDelivery> settle(ClaimedDelivery letter, DeliveryResult answer) {
        Instant now = now();
        EndpointEntity endpoint = endpoints.lock(letter.endpoint()).orElse(null);
        if (endpoint == null) {
            return Optional.empty();
        }
        boolean ours = letter.claim().equals(endpoint.claim);
        outcomes.note(endpoint, letter, answer, now);
        if (ours && answer.accepted() && endpoint.isActive()) {
            return next(endpoint, letter.claim(), now);
        }
        if (ours) {
            endpoint.release();
        }
        return Optional.empty();
    }

    /** Gives the endpoint back unsent. */
    @Transactional
    void putBack(ClaimedDelivery letter) {
        endpoints
                .lock(letter.endpoint())
                .filter(endpoint -> letter.claim().equals(endpoint.claim))
                .ifPresent(EndpointEntity::release);
    }

    private Optional<ClaimedDelivery> next(EndpointEntity endpoint, UUID claim, Instant now) {
        Optional<NextDeliverySelector.Item> item = mail.next(endpoint, now);
        if (item.isEmpty()) {
            endpoint.release();
            return Optional.empty();
        }
        endpoint.claim(claim, now.plus(timeout).plus(timeout).plus(MARGIN).plus(MARGIN));
        return item.map(found -> new ClaimedDelivery(
                endpoint.id,
                claim,
                found.delivery(),
                ClaimedDelivery.Envelope.of(endpoint, now),
                found.body(),
                now.plus(timeout).plus(MARGIN)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
