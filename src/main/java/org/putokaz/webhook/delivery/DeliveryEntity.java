package org.putokaz.webhook.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.putokaz.common.UuidV7;
import org.putokaz.live.LiveEntry;
import org.putokaz.sync.feed.ChangeView;
import org.putokaz.webhook.endpoint.EndpointEntity;

/** Delivery to an endpoint: one change, test or challenge, with the same id in all of its attempts. */
@Entity(name = "WebhookDelivery")
@Table(schema = "webhook", name = "delivery")
@NullUnmarked
public class DeliveryEntity {

    @Id
    public UUID id;

    @Column(name = "endpoint_id")
    UUID endpointId;

    /** 1, 2, 3 and so on for each endpoint. */
    public long number;

    @Enumerated(EnumType.STRING)
    public DeliveryKind kind;

    @Enumerated(EnumType.STRING)
    public DeliveryState state;

    /** Of the change in the feed; null, like all that follows but the time, for a test or a challenge. */
    @Nullable
    Long position;

    /** The position that the endpoint had acknowledged before. */
    @Column(name = "previous_position")
    @Nullable
    Long previousPosition;

    /** {@link EndpointEntity#caughtUpTo} when the delivery was created; the importance of the change depends on it. */
    @Column(name = "caught_up")
    @Nullable
    Long caughtUpTo;

    @Column(name = "feed_id")
    @Nullable
    UUID feedId;

    @Nullable
    String family;

    @Column(name = "entry_id")
    @Nullable
    UUID entryId;

    @Enumerated(EnumType.STRING)
    ChangeView.@Nullable Op op;

    @Column(name = "created_at")
    Instant createdAt;

    static DeliveryEntity pendingChange(EndpointEntity endpoint, LiveEntry change, Instant now) {
        DeliveryEntity delivery = pending(endpoint, DeliveryKind.CHANGE, now);
        delivery.position = change.position();
        delivery.previousPosition = endpoint.lastDeliveredPosition;
        delivery.caughtUpTo = endpoint.caughtUpTo;
        delivery.feedId = endpoint.feedId;
        delivery.family = change.family();
        delivery.entryId = change.id();
        delivery.op = change.live() ? ChangeView.Op.UPSERT : ChangeView.Op.REMOVE;
        return delivery;
    }

    /** Counts as the next delivery of the endpoint. */
    public static DeliveryEntity pending(EndpointEntity endpoint, DeliveryKind kind, Instant now) {
        DeliveryEntity delivery = new DeliveryEntity();
        delivery.id = UuidV7.generate(now);
        delivery.endpointId = endpoint.id;
        delivery.number = endpoint.nextDeliveryNumber();
        delivery.kind = kind;
        delivery.state = DeliveryState.PENDING;
        delivery.createdAt = now;
        return delivery;
    }

    /** Whether the entry has not changed since. */
    boolean isLatestChangeOf(LiveEntry entry, UUID feed) {
        return position != null && position == entry.position() && feed.equals(feedId);
    }
}
