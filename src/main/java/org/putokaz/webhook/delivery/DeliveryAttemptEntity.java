package org.putokaz.webhook.delivery;

import org.putokaz.common.UuidV7;
import org.putokaz.webhook.transport.DeliveryResult;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** One attempt at a delivery, and what came of it. */
@Entity(name = "WebhookAttempt")
@Table(schema = "webhook", name = "attempt")
@NullUnmarked
public class DeliveryAttemptEntity {

    @Id
    UUID id;

    @Column(name = "delivery_id")
    UUID deliveryId;

    Instant at;
    int status;

    @Column(name = "latency_millis")
    long latencyMillis;

    String answer;

    @Nullable
    String fault;

    /** @param now when it was over */
    public static DeliveryAttemptEntity of(UUID delivery, DeliveryResult answer, Instant now) {
        DeliveryAttemptEntity row = new DeliveryAttemptEntity();
        row.id = UuidV7.generate(now);
        row.deliveryId = delivery;
        row.at = now;
        row.status = answer.status();
        row.latencyMillis = answer.latency().toMillis();
        row.answer = answer.shown();
        row.fault = answer.fault() == null ? null : answer.fault().token();
        return row;
    }
}
