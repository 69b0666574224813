package org.putokaz.webhook.management;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;
import org.putokaz.security.Actor;
import org.putokaz.webhook.delivery.ClaimedDelivery;
import org.putokaz.webhook.delivery.DeliveryView;
import org.putokaz.webhook.transport.DeliveryFailedException;
import org.putokaz.webhook.transport.DeliveryFailure;
import org.putokaz.webhook.transport.DeliveryResult;
import org.putokaz.webhook.transport.DestinationResolver;
import org.putokaz.webhook.transport.ResolvedDestination;
import org.putokaz.webhook.transport.WebhookHttpClient;
import org.putokaz.webhook.transport.WebhookUrl;

/**
 * Deliveries on request: challenges, tests and replays, sent once, with the result as the response. The methods need a
 * worker thread for their first transaction; no thread waits for the receiver.
 */
@Singleton
public class ManualDeliveryService {

    private static final int CHALLENGE_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ManualDeliveryTransactions transactions;
    private final WebhookHttpClient client;
    private final DestinationResolver destinations;
    private final ObjectMapper json;
    private final Clock clock;

    @Inject
    ManualDeliveryService(
            ManualDeliveryTransactions transactions,
            WebhookHttpClient client,
            DestinationResolver destinations,
            ObjectMapper json,
            Clock clock) {
        this.transactions = transactions;
        this.client = client;
        this.destinations = destinations;
        this.json = json;
        this.clock = clock;
    }

    /** Fails with 422 when the host cannot be resolved, or one of its addresses is not allowed. */
    public Uni<ResolvedDestination> resolve(WebhookUrl url) {
        return Uni.createFrom()
                .completionStage(() -> destinations.resolve(url))
                .onFailure(DeliveryFailedException.class)
                .transform(failed -> invalidUrl(((DeliveryFailedException) failed).failure()))
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }

    /** Sends a random challenge, and activates the endpoint when the response repeats it. Fails with 422 otherwise. */
    public Uni<DeliveryView> verify(UUID endpointId, Actor actor) {
        byte[] random = new byte[CHALLENGE_BYTES];
        RANDOM.nextBytes(random);
        String challenge = HexFormat.of().formatHex(random);
        ClaimedDelivery delivery = transactions.beginChallenge(endpointId, challenge, actor);
        return post(delivery).map(response -> {
            DeliveryResult result = response.isAccepted() && !repeats(challenge, response)
                    ? response.withFailure(DeliveryFailure.CHALLENGE_NOT_ANSWERED)
                    : response;
            DeliveryView view = transactions.recordResult(delivery, result, actor);
            if (result.failure() != null) {
                throw invalidUrl(result.failure());
            }
            return view;
        });
    }

    public Uni<DeliveryView> test(UUID endpointId, Actor actor) {
        return send(transactions.beginTest(endpointId, actor), actor);
    }

    /** Sends a delivery again, under the same id. */
    public Uni<DeliveryView> replay(UUID endpointId, UUID deliveryId, Actor actor) {
        return send(transactions.beginReplay(endpointId, deliveryId, actor), actor);
    }

    private Uni<DeliveryView> send(ClaimedDelivery delivery, Actor actor) {
        return post(delivery).map(result -> transactions.recordResult(delivery, result, actor));
    }

    private Uni<DeliveryResult> post(ClaimedDelivery delivery) {
        return Uni.createFrom()
                .completionStage(() ->
                        client.post(delivery.destination().url(), delivery.headers(clock.instant()), delivery.body()))
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }

    private boolean repeats(String challenge, DeliveryResult response) {
        try {
            JsonNode body = json.readTree(response.bodyPrefix());
            return body != null && challenge.equals(body.path("challenge").textValue());
        } catch (IOException notJson) {
            return false;
        }
    }

    private static RuntimeException invalidUrl(DeliveryFailure failure) {
        return ProblemType.INVALID_CONTENT.with(Violation.at("/url", failure.message()));
    }
}
