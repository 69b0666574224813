package org.putokaz.webhook.delivery;

import org.putokaz.common.UuidV7;
import org.putokaz.live.LiveEntry;
import org.putokaz.sync.feed.ChangeView;
import org.putokaz.webhook.endpoint.EndpointEntity;
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

/** Something that is delivered to an endpoint, under one id however often it is tried. */
@Entity(name = "WebhookDelivery")
@Table(schema = "webhook", name = "delivery")
@NullUnmarked
public class DeliveryEntity {

    @Id
    public UUID id;

    @Column(name = "endpoint_id")
    UUID endpointId;

    /** 1, 2, 3 ... for each endpoint. */
    public long number;

    @Enumerated(EnumType.STRING)
    public DeliveryKind kind;

    @Enumerated(EnumType.STRING)
    public DeliveryState state;

    @Nullable
    Long position;

    @Column(name = "previous_position")
    @Nullable
    Long previousPosition;

    @Column(name = "caught_up")
    @Nullable
    Long caughtUp;

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

    public static DeliveryEntity of(EndpointEntity endpoint, DeliveryKind kind, Instant now) {
        DeliveryEntity row = new DeliveryEntity();
        row.id = UuidV7.generate(now);
        row.endpointId = endpoint.id;
        row.number = ++endpoint.deliveries;
        row.kind = kind;
        row.state = DeliveryState.PENDING;
        row.createdAt = now;
        return row;
    }

    /** Of a change, at the endpoint's head. */
    static DeliveryEntity of(EndpointEntity endpoint, LiveEntry change, Instant now) {
        DeliveryEntity row = of(endpoint, DeliveryKind.CHANGE, now);
        row.position = change.position();
        row.previousPosition = endpoint.delivered;
        row.caughtUp = endpoint.caughtUp;
        row.feedId = endpoint.feedId;
        row.family = change.family();
        row.entryId = change.id();
        row.op = change.live() ? ChangeView.Op.UPSERT : ChangeView.Op.REMOVE;
        endpoint.head = row.id;
        return row;
    }

    /** Whether this is still the last word on its entry. */
    boolean isOf(LiveEntry entry, UUID feed) {
        return position != null && position == entry.position() && feed.equals(feedId);
    }
}
