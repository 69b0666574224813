package org.putokaz.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.live.read.LiveEntryRepository;

/**
 * Reader of the bodies of stored deliveries, which are made from the live entry. An outdated change has none: whatever
 * the order in which deliveries are sent, none of them holds a state of an entry that another has replaced.
 */
@ApplicationScoped
public class PayloadReader {

    private final ChangeFeed feed;
    private final LiveEntryRepository entries;
    private final PayloadWriter writer;

    @Inject
    PayloadReader(ChangeFeed feed, LiveEntryRepository entries, PayloadWriter writer) {
        this.feed = feed;
        this.entries = entries;
        this.writer = writer;
    }

    /** A delivery and its body. */
    public record DeliveryPayload(UUID deliveryId, byte[] body) {}

    /** The body of a delivery; empty when its entry has changed since. */
    public Optional<DeliveryPayload> read(DeliveryEntity delivery) {
        UUID feedId = feed.currentState().id();
        return Optional.ofNullable(delivery.entryId)
                .flatMap(entries::find)
                .filter(entry -> delivery.isLatestChangeOf(entry, feedId))
                .map(entry -> write(delivery, entry));
    }

    /** @param entry in the state that the delivery is about */
    DeliveryPayload write(DeliveryEntity delivery, LiveEntry entry) {
        return new DeliveryPayload(delivery.id, writer.writeChange(delivery, entry));
    }
}
