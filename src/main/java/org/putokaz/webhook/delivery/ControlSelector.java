package org.putokaz.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.live.feed.FeedFilter;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.webhook.delivery.PayloadReader.DeliveryPayload;
import org.putokaz.webhook.endpoint.EndpointEntity;

/**
 * Selector of the control that is sent directly after a refusal. A receiver that accepts it is well, so the refused
 * delivery is the reason; one that does not accept it is down. Needs the lock of the endpoint's row.
 *
 * <p>The control is the change that the receiver acknowledged last, in its present state. Where there is none, it is the
 * smallest of the changes around the refused one: those before it are in the snapshot that the receiver began with.
 */
@ApplicationScoped
class ControlSelector {

    /** Limit of the changes to choose from on each side. */
    private static final int MAX_NEIGHBOURS = 50;

    private final DeliveryRepository deliveries;
    private final ChangeFeed feed;
    private final LiveEntryRepository entries;
    private final PayloadReader payloads;

    @Inject
    ControlSelector(
            DeliveryRepository deliveries, ChangeFeed feed, LiveEntryRepository entries, PayloadReader payloads) {
        this.deliveries = deliveries;
        this.feed = feed;
        this.entries = entries;
        this.payloads = payloads;
    }

    /** The control for the pending delivery; empty when there is no other entry, or the delivery is not pending any more. */
    Optional<DeliveryPayload> next(EndpointEntity endpoint, Instant now) {
        return Optional.ofNullable(endpoint.pendingDeliveryId)
                .filter(pending -> !endpoint.isReplaying(now))
                .flatMap(deliveries::find)
                .map(refused -> Objects.requireNonNull(refused.entryId))
                .flatMap(refused -> lastAcknowledged(endpoint, refused).or(() -> smallestNeighbour(endpoint, refused)))
                .map(entry -> addDelivery(endpoint, entry, now));
    }

    private Optional<LiveEntry> lastAcknowledged(EndpointEntity endpoint, UUID refused) {
        return deliveries
                .findEntryLastAcknowledged(endpoint.id, endpoint.feedId, refused)
                .flatMap(entries::find);
    }

    private Optional<LiveEntry> smallestNeighbour(EndpointEntity endpoint, UUID refused) {
        FeedFilter filter = new FeedFilter(endpoint.familyNames());
        return Stream.concat(
                        feed.readLatestUpTo(endpoint.acknowledgedUpTo, filter, MAX_NEIGHBOURS).stream(),
                        feed.readAfter(endpoint.acknowledgedUpTo, filter, MAX_NEIGHBOURS).entries().stream())
                .filter(entry -> !entry.id().equals(refused))
                .min(Comparator.comparingInt(ControlSelector::size));
    }

    private static int size(LiveEntry entry) {
        return entry.document() == null ? 0 : entry.document().length();
    }

    private DeliveryPayload addDelivery(EndpointEntity endpoint, LiveEntry entry, Instant now) {
        DeliveryEntity control = DeliveryEntity.control(endpoint, entry, now);
        deliveries.add(control);
        return payloads.write(control, entry);
    }
}
