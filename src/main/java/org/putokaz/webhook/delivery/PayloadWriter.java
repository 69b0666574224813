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

/** Makes the bytes of a delivery. The same delivery of the same state of an entry is always the same bytes. */
@Singleton
public class PayloadWriter {

    private final ChangeViewMapper views;
    private final ObjectMapper json;

    @Inject
    PayloadWriter(ChangeViewMapper views, ObjectMapper json) {
        this.views = views;
        this.json = json;
    }

    /** What every delivery looks like (Standard Webhooks, "payload"). */
    @JsonPropertyOrder({"type", "timestamp", "data"})
    private record Event(String type, Instant timestamp, Object data) {}

    /** Where in the feed a change stands, and what it is. */
    @JsonPropertyOrder({"position", "previousPosition", "feed", "change"})
    private record Changed(long position, long previousPosition, UUID feed, ChangeView change) {}

    private record Asked(String challenge) {}

    private record Tried(UUID endpoint) {}

    /** @param entry at the position that the delivery is about */
    byte[] change(DeliveryEntity delivery, LiveEntry entry) {
        ChangeView change = views.of(entry, Objects.requireNonNull(delivery.caughtUp));
        Changed changed = new Changed(
                entry.position(),
                Objects.requireNonNull(delivery.previousPosition),
                Objects.requireNonNull(delivery.feedId),
                change);
        String type = entry.live() ? "entry.published" : "entry.withdrawn";
        return write(new Event(type, entry.publishedAt(), changed));
    }

    public byte[] challenge(String challenge, Instant now) {
        return write(new Event("endpoint.verification", now, new Asked(challenge)));
    }

    public byte[] test(UUID endpoint, Instant now) {
        return write(new Event("test", now, new Tried(endpoint)));
    }

    private byte[] write(Event event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
