package org.putokaz.webhook.delivery;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.putokaz.live.LiveEntry;
import org.putokaz.sync.feed.ChangeView;
import org.putokaz.sync.feed.ChangeViewMapper;

/**
 * Writer of the JSON bodies of deliveries. The body of a change depends on the delivery and the live entry alone, so
 * all attempts at it send the same bytes.
 */
@Singleton
public class PayloadWriter {

    private final ChangeViewMapper changeViews;
    private final ObjectMapper json;

    @Inject
    PayloadWriter(ChangeViewMapper changeViews, ObjectMapper json) {
        this.changeViews = changeViews;
        this.json = json;
    }

    /** Members of every body (Standard Webhooks 1.0, "Payload structure"). */
    @JsonPropertyOrder({"type", "timestamp", "data"})
    private record Payload(String type, Instant timestamp, Object data) {}

    @JsonPropertyOrder({"position", "previousPosition", "feed", "change"})
    private record ChangeData(long position, long previousPosition, UUID feed, ChangeView change) {}

    private record ChallengeData(String challenge) {}

    private record TestData(UUID endpoint) {}

    /**
     * The position of a delivery is the one up to which the receiver has everything in turn. A delivery out of turn does
     * not move it on; the position of its change stands in the change.
     *
     * @param entry in the state that the delivery is about
     */
    byte[] writeChange(DeliveryEntity delivery, LiveEntry entry) {
        ChangeView change = changeViews.toView(entry, Objects.requireNonNull(delivery.caughtUpTo));
        long previousPosition = Objects.requireNonNull(delivery.previousPosition);
        ChangeData data = new ChangeData(
                delivery.isInTurn() ? entry.position() : previousPosition,
                previousPosition,
                Objects.requireNonNull(delivery.feedId),
                change);
        String type = entry.live() ? "entry.published" : "entry.withdrawn";
        return write(new Payload(type, entry.publishedAt(), data));
    }

    public byte[] writeChallenge(String challenge, Instant now) {
        return write(new Payload("endpoint.verification", now, new ChallengeData(challenge)));
    }

    public byte[] writeTest(UUID endpointId, Instant now) {
        return write(new Payload("test", now, new TestData(endpointId)));
    }

    private byte[] write(Payload payload) {
        try {
            return json.writeValueAsBytes(payload);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
