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
import org.putokaz.webhook.transport.DeliveryFailure;
import org.putokaz.webhook.transport.DeliveryResult;
import org.putokaz.webhook.transport.DestinationResolver;
import org.putokaz.webhook.transport.ResolvedDestination;
import org.putokaz.webhook.transport.WebhookHttpClient;
import org.putokaz.webhook.transport.WebhookUrl;

/** Sends what somebody asks for now and answers with what came of it; no thread waits meanwhile. */
@Singleton
public class ManualDeliveryService {

    private static final int CHALLENGE_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ManualDeliveryTransactions byHand;
    private final WebhookHttpClient sender;
    private final DestinationResolver destinations;
    private final ObjectMapper json;
    private final Clock clock;

    @Inject
    ManualDeliveryService(
            ManualDeliveryTransactions byHand,
            WebhookHttpClient sender,
            DestinationResolver destinations,
            ObjectMapper json,
            Clock clock) {
        this.byHand = byHand;
        this.sender = sender;
        this.destinations = destinations;
        this.json = json;
        this.clock = clock;
    }

    /** Fails with 422 when the address leads where nothing may be sent to. */
    public Uni<ResolvedDestination> check(WebhookUrl url) {
        return Uni.createFrom()
                .completionStage(() -> destinations.find(url))
                .onFailure(DeliveryFailure.Happened.class)
                .transform(failure -> refused(((DeliveryFailure.Happened) failure).fault()))
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }

    /** Fails with 422 when the challenge is not answered. */
    public Uni<DeliveryView> verify(UUID id, Actor actor) {
        byte[] random = new byte[CHALLENGE_BYTES];
        RANDOM.nextBytes(random);
        String challenge = HexFormat.of().formatHex(random);
        ClaimedDelivery letter = byHand.challenge(id, challenge, actor);
        return post(letter).map(answer -> {
            DeliveryResult checked = answer.accepted() && !holds(answer, challenge)
                    ? answer.but(DeliveryFailure.CHALLENGE_NOT_ANSWERED)
                    : answer;
            DeliveryView settled = byHand.settle(letter, checked, actor);
            if (checked.fault() != null) {
                throw refused(checked.fault());
            }
            return settled;
        });
    }

    public Uni<DeliveryView> test(UUID id, Actor actor) {
        return send(byHand.test(id, actor), actor);
    }

    public Uni<DeliveryView> replay(UUID id, UUID delivery, Actor actor) {
        return send(byHand.replay(id, delivery, actor), actor);
    }

    private Uni<DeliveryView> send(ClaimedDelivery letter, Actor actor) {
        return post(letter).map(answer -> byHand.settle(letter, answer, actor));
    }

    private Uni<DeliveryResult> post(ClaimedDelivery letter) {
        return Uni.createFrom()
                .completionStage(
                        () -> sender.post(letter.envelope().url(), letter.headers(clock.instant()), letter.body()))
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }

    private boolean holds(DeliveryResult answer, String challenge) {
        try {
            JsonNode body = json.readTree(answer.start());
            return body != null && challenge.equals(body.path("challenge").textValue());
        } catch (IOException notJson) {
            return false;
        }
    }

    private static RuntimeException refused(DeliveryFailure fault) {
        return ProblemType.INVALID_CONTENT.with(Violation.at("/url", fault.message()));
    }
}
