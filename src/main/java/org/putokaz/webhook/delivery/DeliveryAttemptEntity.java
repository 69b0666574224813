package org.putokaz.webhook.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.putokaz.common.UuidV7;
import org.putokaz.webhook.transport.DeliveryResult;

/** One attempt at a delivery, with its result. */
@Entity(name = "WebhookAttempt")
@Table(schema = "webhook", name = "attempt")
@NullUnmarked
public class DeliveryAttemptEntity {

    @Id
    UUID id;

    @Column(name = "delivery_id")
    UUID deliveryId;

    @Column(name = "at")
    Instant completedAt;

    /** Of the response; 0 when there was none. */
    int status;

    @Column(name = "latency_millis")
    long latencyMillis;

    @Column(name = "answer")
    String responseExcerpt;

    /** The token of a {@link org.putokaz.webhook.transport.DeliveryFailure}; null when the delivery was accepted. */
    @Column(name = "fault")
    @Nullable
    String failure;

    /** @param now the end of the attempt */
    public static DeliveryAttemptEntity of(UUID deliveryId, DeliveryResult result, Instant now) {
        DeliveryAttemptEntity attempt = new DeliveryAttemptEntity();
        attempt.id = UuidV7.generate(now);
        attempt.deliveryId = deliveryId;
        attempt.completedAt = now;
        attempt.status = result.status();
        attempt.latencyMillis = result.latency().toMillis();
        attempt.responseExcerpt = result.printableBody();
        attempt.failure = result.failure() == null ? null : result.failure().wireName();
        return attempt;
    }
}
