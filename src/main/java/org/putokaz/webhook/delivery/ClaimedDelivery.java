package org.putokaz.webhook.delivery;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.putokaz.webhook.endpoint.EndpointEntity;
import org.putokaz.webhook.endpoint.SigningSecret;
import org.putokaz.webhook.transport.WebhookUrl;

/**
 * What is about to be sent.
 *
 * @param claim by which the endpoint is ours; the sender's own number where nobody else can send this
 * @param sendBy a sender that gets to it later than this must not send it: somebody else may
 */
public record ClaimedDelivery(
        UUID endpoint, UUID claim, UUID delivery, Envelope envelope, byte[] body, Instant sendBy) {

    /** Where to, and who signs. */
    public record Envelope(WebhookUrl url, List<SigningSecret> secrets) {

        public static Envelope of(EndpointEntity endpoint, Instant now) {
            return new Envelope(endpoint.target(), endpoint.secrets(now));
        }
    }

    /** As Standard Webhooks names them. Only the time differs from attempt to attempt, and the signature with it. */
    public Map<String, String> headers(Instant now) {
        String id = delivery.toString();
        long timestamp = now.getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("user-agent", "Putokaz");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(timestamp));
        headers.put(
                "webhook-signature",
                envelope.secrets().stream()
                        .map(secret -> secret.sign(id, timestamp, body))
                        .collect(Collectors.joining(" ")));
        return headers;
    }

    /** Whatever prints records must not print this one's content. */
    @Override
    public String toString() {
        return "Letter " + delivery;
    }
}
