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
 * Delivery that this process has claimed and may send.
 *
 * @param claimId of the endpoint's claim; a random id of its own for a manual delivery, which claims nothing
 * @param sendBefore end of the time in which a request may be started; later the claim could run out during the attempt
 */
public record ClaimedDelivery(
        UUID endpointId, UUID claimId, UUID deliveryId, Destination destination, byte[] body, Instant sendBefore) {

    /** Receiver of a request, with the secrets that sign it. */
    public record Destination(WebhookUrl url, List<SigningSecret> secrets) {

        public static Destination of(EndpointEntity endpoint, Instant now) {
            return new Destination(endpoint.webhookUrl(), endpoint.secrets.active(now));
        }
    }

    /** The request headers (Standard Webhooks 1.0). Between attempts only timestamp and signature differ. */
    public Map<String, String> headers(Instant now) {
        String id = deliveryId.toString();
        long timestamp = now.getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("user-agent", "Putokaz");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(timestamp));
        headers.put(
                "webhook-signature",
                destination.secrets().stream()
                        .map(secret -> secret.sign(id, timestamp, body))
                        .collect(Collectors.joining(" ")));
        return headers;
    }

    /** The id alone, so that no log shows content or secrets. */
    @Override
    public String toString() {
        return "ClaimedDelivery " + deliveryId;
    }
}
