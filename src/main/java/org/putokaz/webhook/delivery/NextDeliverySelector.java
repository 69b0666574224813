package org.putokaz.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.putokaz.live.FeedState;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.live.feed.FeedFilter;
import org.putokaz.live.feed.FeedSlice;
import org.putokaz.sync.feed.FeedTokenResolver;
import org.putokaz.webhook.delivery.PayloadReader.DeliveryPayload;
import org.putokaz.webhook.endpoint.ChangeInterest;
import org.putokaz.webhook.endpoint.EndpointEntity;

/**
 * Selector of the next delivery of an endpoint. Needs the lock of the endpoint's row.
 *
 * <p>A withdrawal for safety comes first. Then comes the delivery in turn, when it is due: the pending one, unless its
 * entry has changed since; otherwise a new one for the first wanted change after the acknowledged position. Changes that
 * were set aside come last.
 */
@ApplicationScoped
public class NextDeliverySelector {

    private static final int BATCH_SIZE = 50;
    /** Limit of one search for a major change. The position reached is kept, and the next search continues there. */
    private static final int MAX_BATCHES = 20;

    private final DeliveryRepository deliveries;
    private final ChangeFeed feed;
    private final OutOfTurnSelector outOfTurn;
    private final PayloadReader payloads;

    @Inject
    NextDeliverySelector(
            DeliveryRepository deliveries, ChangeFeed feed, OutOfTurnSelector outOfTurn, PayloadReader payloads) {
        this.deliveries = deliveries;
        this.feed = feed;
        this.outOfTurn = outOfTurn;
        this.payloads = payloads;
    }

    Optional<DeliveryPayload> next(EndpointEntity endpoint, Instant now) {
        if (endpoint.isReplaying(now)) {
            return Optional.empty();
        }
        FeedState state = feed.currentState();
        if (!state.id().equals(endpoint.feedId)) {
            restartFromBeginning(endpoint, state, now);
        }
        return outOfTurn
                .nextAhead(endpoint, now)
                .or(() -> nextInTurn(endpoint, now))
                .or(() -> outOfTurn.nextSetAside(endpoint, now));
    }

    /** For a feed with another id, as after a restore of the database: positions of the old one mean nothing in it. */
    private void restartFromBeginning(EndpointEntity endpoint, FeedState state, Instant now) {
        supersedeOutstanding(endpoint);
        endpoint.moveToPosition(state.id(), FeedTokenResolver.START_OF_FEED, now);
    }

    private Optional<DeliveryPayload> nextInTurn(EndpointEntity endpoint, Instant now) {
        return endpoint.attempts.isDue(now)
                ? pendingDelivery(endpoint).or(() -> nextChange(endpoint, now))
                : Optional.empty();
    }

    private Optional<DeliveryPayload> pendingDelivery(EndpointEntity endpoint) {
        UUID pendingId = endpoint.pendingDeliveryId;
        if (pendingId == null) {
            return Optional.empty();
        }
        Optional<DeliveryPayload> payload = deliveries.find(pendingId).flatMap(payloads::read);
        if (payload.isEmpty()) {
            supersedePending(endpoint);
        }
        return payload;
    }

    /** Gives up the pending delivery. No change is lost: the later change of the entry is not acknowledged yet. */
    private void supersedePending(EndpointEntity endpoint) {
        UUID pendingId = endpoint.pendingDeliveryId;
        endpoint.pendingDeliveryId = null;
        if (pendingId != null) {
            deliveries.find(pendingId).ifPresent(DeliveryEntity::supersede);
        }
    }

    /**
     * Gives up the pending delivery and those out of turn, for an endpoint that continues after another position: the
     * receiver has everything up to it, and everything after it is sent.
     */
    public void supersedeOutstanding(EndpointEntity endpoint) {
        supersedePending(endpoint);
        deliveries.supersedeOutOfTurn(endpoint.id);
    }

    private Optional<DeliveryPayload> nextChange(EndpointEntity endpoint, Instant now) {
        FeedFilter filter = new FeedFilter(endpoint.familyNames());
        boolean all = endpoint.interest == ChangeInterest.ALL;
        Set<UUID> setAside = all ? Set.of() : deliveries.findEntriesSetAside(endpoint.id);
        for (int batch = 0; batch < MAX_BATCHES; batch++) {
            FeedSlice changes = feed.readAfter(endpoint.acknowledgedUpTo, filter, all ? 1 : BATCH_SIZE);
            if (changes.entries().isEmpty()) {
                endpoint.recordCaughtUp(changes.end());
                return Optional.empty();
            }
            for (LiveEntry change : changes.entries()) {
                if (all || isMajor(endpoint, change) || setAside.contains(change.id())) {
                    return Optional.of(payloads.write(addDelivery(endpoint, change, now), change));
                }
                endpoint.acknowledgedUpTo = change.position();
            }
        }
        return Optional.empty();
    }

    private DeliveryEntity addDelivery(EndpointEntity endpoint, LiveEntry change, Instant now) {
        DeliveryEntity delivery = DeliveryEntity.pendingChange(endpoint, change, now);
        deliveries.findOutstandingOutOfTurn(endpoint.id, change.id()).forEach(earlier -> supersede(earlier, delivery));
        endpoint.pendingDeliveryId = delivery.id;
        endpoint.lookedAheadTo = Math.max(endpoint.lookedAheadTo, change.position());
        deliveries.add(delivery);
        return delivery;
    }

    /** The importance of a change covers an earlier one of its entry that was set aside. */
    private static void supersede(DeliveryEntity earlier, DeliveryEntity later) {
        if (earlier.state == DeliveryState.SET_ASIDE) {
            later.caughtUpTo =
                    Math.min(Objects.requireNonNull(earlier.caughtUpTo), Objects.requireNonNull(later.caughtUpTo));
        }
        earlier.supersede();
    }

    /**
     * Whether a change is a withdrawal, or major. Major changes are counted from the position where the endpoint last had
     * everything, not from the acknowledged one. An entry with a major change and a later minor one stands at the position
     * of the minor change, and its major position may lie before the acknowledged one.
     */
    private static boolean isMajor(EndpointEntity endpoint, LiveEntry change) {
        return !change.live() || change.changeInfo().majorPosition() > endpoint.caughtUpTo;
    }
}
