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
import org.putokaz.webhook.transport.DeliveryResult;

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

    /** Whether it is a withdrawal for safety that is sent ahead of its turn, and once more in its turn. */
    boolean ahead;

    /** Failed attempts; not those on request. */
    int failures;

    /** Failed attempts whose reason may be the content, see {@link DeliveryResult#isRefusal}. */
    int refusals;

    /** Time of the next attempt out of turn; null for a delivery in its turn and for one that is not sent any more. */
    @Column(name = "due_at")
    @Nullable
    Instant nextAttemptAt;

    @Column(name = "created_at")
    Instant createdAt;

    static DeliveryEntity pendingChange(EndpointEntity endpoint, LiveEntry change, Instant now) {
        return of(DeliveryKind.CHANGE, endpoint, change, now);
    }

    /** A withdrawal that is sent ahead of its turn, at once. */
    static DeliveryEntity ahead(EndpointEntity endpoint, LiveEntry withdrawal, Instant now) {
        DeliveryEntity delivery = of(DeliveryKind.CHANGE, endpoint, withdrawal, now);
        delivery.ahead = true;
        delivery.nextAttemptAt = now;
        return delivery;
    }

    /** Failed until it is acknowledged, because it is sent once. */
    static DeliveryEntity control(EndpointEntity endpoint, LiveEntry entry, Instant now) {
        DeliveryEntity delivery = of(DeliveryKind.CONTROL, endpoint, entry, now);
        delivery.state = DeliveryState.FAILED;
        return delivery;
    }

    private static DeliveryEntity of(DeliveryKind kind, EndpointEntity endpoint, LiveEntry change, Instant now) {
        DeliveryEntity delivery = pending(endpoint, kind, now);
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

    /** Whether the endpoint's position moves on with it. */
    boolean isInTurn() {
        return kind == DeliveryKind.CHANGE && !ahead;
    }

    public void recordAcknowledgement() {
        state = DeliveryState.DELIVERED;
        nextAttemptAt = null;
    }

    void recordFailure(DeliveryResult result) {
        failures++;
        refusals += result.isRefusal() ? 1 : 0;
    }

    void setAside(Instant nextAttempt) {
        state = DeliveryState.SET_ASIDE;
        nextAttemptAt = nextAttempt;
    }

    /** For a change that is outdated, or whose later change is sent instead. */
    void supersede() {
        state = DeliveryState.SUPERSEDED;
        nextAttemptAt = null;
    }

    /** Whether the entry has not changed since. */
    boolean isLatestChangeOf(LiveEntry entry, UUID feed) {
        return position != null && position == entry.position() && feed.equals(feedId);
    }
}
