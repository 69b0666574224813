package org.putokaz.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.sync.FeedReader;
import org.putokaz.webhook.WebhookReceiver.ReceivedRequest;
import org.putokaz.webhook.WebhookReceiver.Reply;
import org.putokaz.webhook.delivery.DeliveryNodes;

/**
 * A replica that is kept by webhooks alone, with a receiver that often fails and takes no large body, is in the end exactly
 * what is published, although the node is restarted. The receiver does what docs/webhooks.md says: it ignores a change that
 * is older than the one it has of the same entry.
 *
 * <p>Each writer makes 12 changes; with {@code -Dputokaz.test.thorough=true} 40.
 */
@DatabaseTest
@TestProfile(Apart.class)
class WebhookReplicaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WRITERS = 4;
    private static final int CHANGES_PER_WRITER = Boolean.getBoolean("putokaz.test.thorough") ? 40 : 12;
    private static final List<WithdrawalReason> REASONS =
            List.of(WithdrawalReason.WITHDRAWN, WithdrawalReason.ERROR, WithdrawalReason.SAFETY);
    private static final long SEED = 20_261_124;
    /** Beginning of a body that the receiver refuses. */
    private static final String LARGE = "Велико ";

    @Inject
    ScratchEntries scratch;

    @Inject
    DeliveryNodes nodes;

    private final WebhookReceiver receiver = new WebhookReceiver();
    private final Map<String, JsonNode> replica = new TreeMap<>();
    private final Map<String, Long> firstSeen = new LinkedHashMap<>();
    private final Map<String, String> outOfTurn = new HashMap<>();
    private final List<String> orderViolations = new ArrayList<>();
    private final Random outcomes = new Random(SEED);
    private volatile boolean takesLargeBodies;
    private boolean restarted;
    private long lastPosition;

    @AfterEach
    void tearDown() {
        receiver.close();
        scratch.withdrawAll();
    }

    /** Refuses a large body; fails before the change is stored or after it; or acknowledges it. */
    private synchronized Reply receive(ReceivedRequest request) {
        checkOrder(request);
        if (!takesLargeBodies && request.contentBody().startsWith(LARGE)) {
            return Reply.of("413 Too Large", "");
        }
        int outcome = outcomes.nextInt(10);
        if (outcome < 2) {
            return outcome == 0 ? Reply.of("500 Oh", "") : Reply.reset();
        }
        JsonNode change = request.json().at("/data/change");
        replica.merge(
                request.entry(), change, (known, received) -> position(received) < position(known) ? known : received);
        lastPosition = Math.max(lastPosition, request.position());
        return outcome == 2 ? Reply.reset() : Reply.ok();
    }

    private static long position(JsonNode change) {
        return change.path("position").asLong();
    }

    /** In turn the first attempts are in order; out of turn come withdrawals for safety, controls and what was set aside. */
    private void checkOrder(ReceivedRequest request) {
        if (request.previousPosition() > lastPosition) {
            orderViolations.add("gap: " + request.previousPosition() + " after " + lastPosition);
        }
        boolean inTurn = request.position() > request.previousPosition();
        if (inTurn && !firstSeen.containsKey(request.id())) {
            long last = firstSeen.values().stream().reduce(0L, Math::max);
            if (request.position() <= last) {
                orderViolations.add(request.position() + " after " + last);
            }
            firstSeen.put(request.id(), request.position());
        } else if (!inTurn) {
            outOfTurn.put(request.id(), request.json().at("/data/change/reason").asText());
        }
    }

    private void write(int writer) {
        Random random = new Random(SEED + writer);
        List<UUID> published = new ArrayList<>();
        for (int i = 0; i < CHANGES_PER_WRITER; i++) {
            boolean existing = !published.isEmpty() && random.nextInt(3) > 0;
            UUID id = existing ? published.get(random.nextInt(published.size())) : Publishing.newId();
            if (existing && random.nextInt(4) == 0) {
                published.remove(id);
                scratch.withdraw(id, REASONS.get(random.nextInt(REASONS.size())));
            } else {
                String body = (random.nextInt(10) == 0 ? LARGE : "Писац ") + writer + " коло " + i;
                scratch.publish(ScratchEntries.EVENTS, id, ScratchEntries.slug("copy"), WebhookFixture.event(body));
                if (!existing) {
                    published.add(id);
                }
            }
        }
    }

    private static Map<String, JsonNode> published(String since) throws Exception {
        Map<String, JsonNode> state = new TreeMap<>();
        boolean more = true;
        for (String token = since; more; ) {
            JsonNode page = JSON.readTree(given().queryParam("since", token)
                    .queryParam("limit", 1000)
                    .get("/api/v1/changes")
                    .asByteArray());
            page.path("changes").forEach(change -> state.put(change.path("id").asText(), change));
            token = page.path("next").asText();
            more = page.path("more").asBoolean();
        }
        return state;
    }

    @Test
    void theReplicaIsWhatIsPublishedThoughTheReceiverOftenFails() throws Exception {
        String since = FeedReader.endToken("");
        RegisteredWebhook webhook = RegisteredWebhook.verified(receiver, "'since': '" + since + "'");
        long start = webhook.get().getLong("position");
        lastPosition = start;
        receiver.respondToChangesWith(this::receive);
        ExecutorService executor = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            writers.add(executor.submit((Callable<Void>) () -> {
                write(writer);
                return null;
            }));
        }
        RegisteredWebhook.awaitUntil("the writers and the receiver", () -> isComplete(webhook, writers));
        for (Future<?> writer : writers) {
            writer.get();
        }
        executor.shutdown();
        takesLargeBodies = true;
        RegisteredWebhook.awaitUntil("what was set aside", () -> isNothingSetAside(webhook));

        Map<String, JsonNode> state = published(since);
        // A control may be an entry from before.
        replica.values().removeIf(change -> position(change) <= start);
        assertThat(orderViolations).isEmpty();
        assertThat(reasonsOfDeliveriesAhead(webhook)).isSubsetOf("safety");
        assertThat(restarted).isTrue();
        assertThat(receiver.maxConcurrentRequests()).isEqualTo(1);
        assertThat(replica.keySet()).isEqualTo(state.keySet()).hasSizeGreaterThan(WRITERS * 5);
        state.forEach(
                (id, change) -> assertThat(withoutImportance(replica.get(id))).isEqualTo(withoutImportance(change)));
        assertThat(webhook.delete().statusCode()).isEqualTo(200);
    }

    private boolean isComplete(RegisteredWebhook webhook, List<Future<?>> writers) {
        boolean written = writers.stream().allMatch(Future::isDone);
        if (!restarted && receiver.changes().size() > WRITERS * CHANGES_PER_WRITER / 2) {
            nodes.restartOwn();
            restarted = true;
        }
        if (webhook.get().getInt("failures") > 0) {
            // Makes the next attempt due now, instead of after the delay of the retry policy.
            webhook.post("/resume");
        }
        return written && webhook.get().getLong("behind") == 0;
    }

    private static boolean isNothingSetAside(RegisteredWebhook webhook) {
        webhook.post("/resume");
        return webhook.get().getLong("setAside") == 0 && webhook.get().getLong("behind") == 0;
    }

    private Set<String> reasonsOfDeliveriesAhead(RegisteredWebhook webhook) {
        return webhook.deliveries().stream()
                .filter(delivery -> (boolean) delivery.get("ahead"))
                .map(delivery -> (String) delivery.get("id"))
                .filter(outOfTurn::containsKey)
                .map(outOfTurn::get)
                .collect(Collectors.toSet());
    }

    /** The importance of a change depends on the position from which it is read. */
    private static JsonNode withoutImportance(JsonNode change) {
        return ((ObjectNode) change.deepCopy()).without(List.of("importance", "note"));
    }
}
