package org.putokaz.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.putokaz.live.FeedState;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.live.feed.FeedFilter;
import org.putokaz.live.feed.FeedSlice;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.sync.feed.FeedTokenResolver;
import org.putokaz.webhook.endpoint.ChangeInterest;
import org.putokaz.webhook.endpoint.EndpointEntity;

/**
 * Selector of the next delivery of an endpoint: the pending one, unless its entry has changed since; otherwise a new
 * one for the first wanted change after the acknowledged position. Needs the lock of the endpoint's row.
 */
@ApplicationScoped
public class NextDeliverySelector {

    private static final int BATCH_SIZE = 50;
    /** Limit of one search for a major change. The position reached is kept, and the next search continues there. */
    private static final int MAX_BATCHES = 20;

    private final DeliveryRepository deliveries;
    private final ChangeFeed feed;
    private final LiveEntryRepository entries;
    private final PayloadWriter payloads;

    @Inject
    NextDeliverySelector(
            DeliveryRepository deliveries, ChangeFeed feed, LiveEntryRepository entries, PayloadWriter payloads) {
        this.deliveries = deliveries;
        this.feed = feed;
        this.entries = entries;
        this.payloads = payloads;
    }

    /** A pending delivery and its body. */
    public record PendingPayload(UUID deliveryId, byte[] body) {}

    Optional<PendingPayload> next(EndpointEntity endpoint, Instant now) {
        FeedState state = feed.currentState();
        if (!state.id().equals(endpoint.feedId)) {
            restartFromBeginning(endpoint, state, now);
        }
        return pendingDelivery(endpoint).or(() -> nextChange(endpoint, now));
    }

    /** For a feed with another id, as after a restore of the database: positions of the old one mean nothing in it. */
    private void restartFromBeginning(EndpointEntity endpoint, FeedState state, Instant now) {
        supersede(endpoint);
        endpoint.moveToPosition(state.id(), FeedTokenResolver.START_OF_FEED, now);
    }

    private Optional<PendingPayload> pendingDelivery(EndpointEntity endpoint) {
        UUID pendingId = endpoint.pendingDeliveryId;
        if (pendingId == null) {
            return Optional.empty();
        }
        Optional<PendingPayload> payload = deliveries.find(pendingId).flatMap(this::payloadOf);
        if (payload.isEmpty()) {
            supersede(endpoint);
        }
        return payload;
    }

    /** The body of a delivery; empty when its entry has changed since, because an outdated change is never sent. */
    public Optional<PendingPayload> payloadOf(DeliveryEntity delivery) {
        UUID feedId = feed.currentState().id();
        return Optional.ofNullable(delivery.entryId)
                .flatMap(entries::find)
                .filter(entry -> delivery.isLatestChangeOf(entry, feedId))
                .map(entry -> payload(delivery, entry));
    }

    private PendingPayload payload(DeliveryEntity delivery, LiveEntry entry) {
        return new PendingPayload(delivery.id, payloads.writeChange(delivery, entry));
    }

    /** Gives up the pending delivery. No change is lost: the later change of the entry is not acknowledged yet. */
    public void supersede(EndpointEntity endpoint) {
        UUID pendingId = endpoint.pendingDeliveryId;
        endpoint.pendingDeliveryId = null;
        if (pendingId != null) {
            deliveries.find(pendingId).ifPresent(delivery -> delivery.state = DeliveryState.SUPERSEDED);
        }
    }

    private Optional<PendingPayload> nextChange(EndpointEntity endpoint, Instant now) {
        FeedFilter filter = new FeedFilter(endpoint.familyNames());
        int batchSize = endpoint.interest == ChangeInterest.ALL ? 1 : BATCH_SIZE;
        for (int batch = 0; batch < MAX_BATCHES; batch++) {
            FeedSlice changes = feed.readAfter(endpoint.acknowledgedUpTo, filter, batchSize);
            if (changes.entries().isEmpty()) {
                endpoint.recordCaughtUp(changes.end());
                return Optional.empty();
            }
            for (LiveEntry change : changes.entries()) {
                if (isWanted(endpoint, change)) {
                    return Optional.of(payload(addDelivery(endpoint, change, now), change));
                }
                endpoint.acknowledgedUpTo = change.position();
            }
        }
        return Optional.empty();
    }

    private DeliveryEntity addDelivery(EndpointEntity endpoint, LiveEntry change, Instant now) {
        DeliveryEntity delivery = DeliveryEntity.pendingChange(endpoint, change, now);
        endpoint.pendingDeliveryId = delivery.id;
        deliveries.add(delivery);
        return delivery;
    }

    /**
     * Major changes are counted from the position where the endpoint last had everything, not from the acknowledged
     * one. An entry with a major change and a later minor one stands at the position of the minor change, and its major
     * position may lie before the acknowledged one.
     */
    private static boolean isWanted(EndpointEntity endpoint, LiveEntry change) {
        return endpoint.interest == ChangeInterest.ALL
                || !change.live()
                || change.changeInfo().majorPosition() > endpoint.caughtUpTo;
    }
}
