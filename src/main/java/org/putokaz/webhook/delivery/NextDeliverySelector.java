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
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.sync.feed.FeedTokenResolver;
import org.putokaz.webhook.endpoint.ChangeInterest;
import org.putokaz.webhook.endpoint.EndpointEntity;

/**
 * Finds what an endpoint is to be sent next: what waits for it, unless the entry has moved on; otherwise the first change
 * after what it has acknowledged. Only ever used by whoever holds the endpoint's row.
 */
@ApplicationScoped
public class NextDeliverySelector {

    private static final int BATCH = 50;
    /** Then others have their turn; how far this one has come is kept. */
    private static final int MOST_BATCHES = 20;

    private final DeliveryRepository deliveries;
    private final ChangeFeed feed;
    private final LiveEntryRepository live;
    private final PayloadWriter bodies;

    @Inject
    NextDeliverySelector(
            DeliveryRepository deliveries, ChangeFeed feed, LiveEntryRepository live, PayloadWriter bodies) {
        this.deliveries = deliveries;
        this.feed = feed;
        this.live = live;
        this.bodies = bodies;
    }

    /** A delivery and its bytes. */
    public record Item(UUID delivery, byte[] body) {}

    Optional<Item> next(EndpointEntity endpoint, Instant now) {
        FeedState stand = feed.now();
        if (!stand.id().equals(endpoint.feedId)) {
            startAgain(endpoint, stand, now);
        }
        return waiting(endpoint).or(() -> nextChange(endpoint, now));
    }

    /** The database is another one than before: what was acknowledged from that one says nothing. All is sent again. */
    private void startAgain(EndpointEntity endpoint, FeedState stand, Instant now) {
        supersede(endpoint);
        endpoint.moveTo(stand.id(), FeedTokenResolver.BEGINNING, now);
    }

    private Optional<Item> waiting(EndpointEntity endpoint) {
        UUID head = endpoint.head;
        if (head == null) {
            return Optional.empty();
        }
        Optional<Item> item = deliveries.find(head).flatMap(this::item);
        if (item.isEmpty()) {
            supersede(endpoint);
        }
        return item;
    }

    /** The bytes of a delivery; none once its entry has changed again: a stale number is never sent. */
    public Optional<Item> item(DeliveryEntity delivery) {
        UUID feedId = feed.now().id();
        return Optional.ofNullable(delivery.entryId)
                .flatMap(live::find)
                .filter(entry -> delivery.isOf(entry, feedId))
                .map(entry -> new Item(delivery.id, bodies.change(delivery, entry)));
    }

    /** Nothing is lost by it: the endpoint has not acknowledged anything from there on, so the later change comes. */
    public void supersede(EndpointEntity endpoint) {
        UUID head = endpoint.head;
        endpoint.head = null;
        if (head != null) {
            deliveries.find(head).ifPresent(delivery -> delivery.state = DeliveryState.SUPERSEDED);
        }
    }

    private Optional<Item> nextChange(EndpointEntity endpoint, Instant now) {
        FeedFilter filter = new FeedFilter(endpoint.familyNames());
        int most = endpoint.interest == ChangeInterest.ALL ? 1 : BATCH;
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            ChangeFeed.Stretch stretch = feed.after(endpoint.scanned, filter, most);
            if (stretch.entries().isEmpty()) {
                endpoint.caughtUpWith(stretch.end());
                return Optional.empty();
            }
            for (LiveEntry change : stretch.entries()) {
                if (wants(endpoint, change)) {
                    DeliveryEntity delivery = DeliveryEntity.of(endpoint, change, now);
                    deliveries.add(delivery);
                    return Optional.of(new Item(delivery.id, bodies.change(delivery, change)));
                }
                endpoint.scanned = change.position();
            }
        }
        return Optional.empty();
    }

    /**
     * A major change counts from where the endpoint had last caught up, not from where it is: an entry that had one and was
     * then changed a little has moved past the place where the major change stood, and must not be passed over.
     */
    private static boolean wants(EndpointEntity endpoint, LiveEntry change) {
        return endpoint.interest == ChangeInterest.ALL
                || !change.live()
                || change.told().majorPosition() > endpoint.caughtUp;
    }
}
