package org.putokaz.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.live.feed.FeedFilter;
import org.putokaz.webhook.delivery.PayloadReader.DeliveryPayload;
import org.putokaz.webhook.endpoint.EndpointEntity;

/**
 * Selector of deliveries out of turn. Needs the lock of the endpoint's row.
 *
 * <p>A withdrawal for safety goes ahead of all pending changes, also while the endpoint waits for its next attempt. It is
 * sent once more in its turn, so neither the positions that the endpoint acknowledges nor the order in turn depend on it
 * (docs/decisions/0037). A change that was set aside is repeated after the delays of the {@link RetryPolicy}.
 */
@ApplicationScoped
class OutOfTurnSelector {

    private final DeliveryRepository deliveries;
    private final ChangeFeed feed;
    private final PayloadReader payloads;

    @Inject
    OutOfTurnSelector(DeliveryRepository deliveries, ChangeFeed feed, PayloadReader payloads) {
        this.deliveries = deliveries;
        this.feed = feed;
        this.payloads = payloads;
    }

    /** The next withdrawal that goes ahead; empty also when it is the next change in turn and that is due. */
    Optional<DeliveryPayload> nextAhead(EndpointEntity endpoint, Instant now) {
        return nextDue(endpoint, true, now).or(() -> newWithdrawal(endpoint, now));
    }

    /** The next change that was set aside and is due. */
    Optional<DeliveryPayload> nextSetAside(EndpointEntity endpoint, Instant now) {
        return nextDue(endpoint, false, now);
    }

    private Optional<DeliveryPayload> nextDue(EndpointEntity endpoint, boolean ahead, Instant now) {
        Optional<DeliveryEntity> due = deliveries.findDue(endpoint.id, ahead, now);
        while (due.isPresent()) {
            DeliveryEntity delivery = due.get();
            Optional<DeliveryPayload> payload = payloads.read(delivery);
            if (payload.isPresent()) {
                return payload;
            }
            // A change that was set aside stays so until the later change of its entry has its turn, and is not lost.
            delivery.nextAttemptAt = null;
            if (ahead) {
                delivery.supersede();
            }
            due = deliveries.findDue(endpoint.id, ahead, now);
        }
        return Optional.empty();
    }

    private Optional<DeliveryPayload> newWithdrawal(EndpointEntity endpoint, Instant now) {
        long feedEnd = feed.currentState().position();
        long searchedTo = Math.max(endpoint.lookedAheadTo, endpoint.acknowledgedUpTo);
        if (searchedTo >= feedEnd) {
            return Optional.empty();
        }
        Optional<LiveEntry> found = feed.firstSafetyWithdrawalAfter(searchedTo, filter(endpoint));
        if (found.isEmpty()) {
            endpoint.lookedAheadTo = feedEnd;
            return Optional.empty();
        }
        // The session may have read the entry before it was withdrawn; then the next search finds it.
        return found.filter(withdrawal -> !withdrawal.live() && !isNextInTurn(endpoint, withdrawal, now))
                .map(withdrawal -> addDelivery(endpoint, withdrawal, now));
    }

    private boolean isNextInTurn(EndpointEntity endpoint, LiveEntry withdrawal, Instant now) {
        if (!endpoint.attempts.isDue(now) || endpoint.pendingDeliveryId != null) {
            return false;
        }
        List<LiveEntry> next =
                feed.readAfter(endpoint.acknowledgedUpTo, filter(endpoint), 1).entries();
        return !next.isEmpty() && next.get(0).id().equals(withdrawal.id());
    }

    private DeliveryPayload addDelivery(EndpointEntity endpoint, LiveEntry withdrawal, Instant now) {
        endpoint.lookedAheadTo = withdrawal.position();
        DeliveryEntity delivery = DeliveryEntity.ahead(endpoint, withdrawal, now);
        deliveries.add(delivery);
        return payloads.write(delivery, withdrawal);
    }

    private static FeedFilter filter(EndpointEntity endpoint) {
        return new FeedFilter(endpoint.familyNames());
    }
}
