package org.putokaz.webhook;

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
import org.putokaz.problem.Problem;
import org.putokaz.problem.Violation;
import org.putokaz.security.Actor;

/** Sends what somebody asks for now and answers with what came of it; no thread waits meanwhile. */
@Singleton
class Trials {

    private static final int CHALLENGE_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ByHand byHand;
    private final Sender sender;
    private final Destinations destinations;
    private final ObjectMapper json;
    private final Clock clock;

    @Inject
    Trials(ByHand byHand, Sender sender, Destinations destinations, ObjectMapper json, Clock clock) {
        this.byHand = byHand;
        this.sender = sender;
        this.destinations = destinations;
        this.json = json;
        this.clock = clock;
    }

    /** Fails with 422 when the address leads where nothing may be sent to. */
    Uni<Destination> check(WebhookUrl url) {
        return Uni.createFrom()
                .completionStage(() -> destinations.find(url))
                .onFailure(Fault.Happened.class)
                .transform(failure -> refused(((Fault.Happened) failure).fault()))
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }

    /** Fails with 422 when the challenge is not answered. */
    Uni<DeliveryView> verify(UUID id, Actor actor) {
        byte[] random = new byte[CHALLENGE_BYTES];
        RANDOM.nextBytes(random);
        String challenge = HexFormat.of().formatHex(random);
        Letter letter = byHand.challenge(id, challenge, actor);
        return post(letter).map(answer -> {
            Answer checked =
                    answer.accepted() && !holds(answer, challenge) ? answer.but(Fault.CHALLENGE_NOT_ANSWERED) : answer;
            DeliveryView settled = byHand.settle(letter, checked, actor);
            if (checked.fault() != null) {
                throw refused(checked.fault());
            }
            return settled;
        });
    }

    Uni<DeliveryView> test(UUID id, Actor actor) {
        return send(byHand.test(id, actor), actor);
    }

    Uni<DeliveryView> replay(UUID id, UUID delivery, Actor actor) {
        return send(byHand.replay(id, delivery, actor), actor);
    }

    private Uni<DeliveryView> send(Letter letter, Actor actor) {
        return post(letter).map(answer -> byHand.settle(letter, answer, actor));
    }

    private Uni<Answer> post(Letter letter) {
        return Uni.createFrom()
                .completionStage(
                        () -> sender.post(letter.envelope().url(), letter.headers(clock.instant()), letter.body()))
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }

    private boolean holds(Answer answer, String challenge) {
        try {
            JsonNode body = json.readTree(answer.start());
            return body != null && challenge.equals(body.path("challenge").textValue());
        } catch (IOException notJson) {
            return false;
        }
    }

    private static RuntimeException refused(Fault fault) {
        return Problem.INVALID_CONTENT.with(Violation.at("/url", fault.message()));
    }
}
