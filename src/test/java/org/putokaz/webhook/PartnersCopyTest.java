package org.putokaz.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.consistency.ScratchDatabase;
import org.putokaz.sync.ReadFeed;
import org.putokaz.webhook.Receiver.Received;
import org.putokaz.webhook.Receiver.Reply;

/** A partner who only ever listens, and often badly, has in the end exactly what is published. */
@DatabaseTest
@TestProfile(Apart.class)
class PartnersCopyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WRITERS = 4;
    private static final int ROUNDS = 40;
    private static final List<WithdrawalReason> REASONS =
            List.of(WithdrawalReason.WITHDRAWN, WithdrawalReason.ERROR, WithdrawalReason.SAFETY);
    private static final long SEED = 20_261_124;

    @Inject
    ScratchDatabase scratch;

    private final Receiver receiver = new Receiver();
    private final Map<String, JsonNode> copy = new TreeMap<>();
    private final List<String> complaints = new ArrayList<>();
    private final Set<String> stored = new HashSet<>();
    private final Random moods = new Random(SEED);
    private long last;

    @AfterEach
    void clear() {
        receiver.close();
        scratch.clear();
    }

    /** Stores, then answers as its mood is: an answer that is lost comes again. */
    private synchronized Reply hear(Received request) {
        int mood = moods.nextInt(10);
        if (mood < 2) {
            return mood == 0 ? Reply.of("500 Oh", "") : Reply.reset();
        }
        JsonNode change = request.json().at("/data/change");
        if (stored.add(request.id())) {
            if (request.previous() > last || request.position() <= last) {
                complaints.add(request.previous() + " and " + request.position() + " after " + last);
            }
            last = request.position();
            copy.put(change.path("id").asText(), change);
        }
        return mood == 2 ? Reply.reset() : Reply.ok();
    }

    private void write(int writer) {
        Random random = new Random(SEED + writer);
        List<UUID> mine = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            boolean old = !mine.isEmpty() && random.nextInt(3) > 0;
            UUID id = old ? mine.get(random.nextInt(mine.size())) : Publishing.newId();
            if (old && random.nextInt(4) == 0) {
                mine.remove(id);
                scratch.withdraw(id, REASONS.get(random.nextInt(REASONS.size())));
            } else {
                String body = "Писац " + writer + " коло " + round;
                scratch.publish(
                        ScratchDatabase.EVENTS,
                        id,
                        ScratchDatabase.slug("copy"),
                        ScratchDatabase.event("'body': {'sr-Cyrl': '" + body + "'}"));
                if (!old) {
                    mine.add(id);
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
    void theCopyOfAPartnerWhoListensBadlyIsWhatIsPublished() throws Exception {
        String since = ReadFeed.end("");
        Hook hook = Hook.verified(receiver, "'since': '" + since + "'");
        last = hook.get().getLong("position");
        receiver.answersChanges(this::hear);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> writing = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            writing.add(writers.submit((Callable<Void>) () -> {
                write(writer);
                return null;
            }));
        }
        Hook.until("the writers and the partner", () -> {
            boolean done = writing.stream().allMatch(Future::isDone);
            if (hook.get().getInt("failures") > 0) {
                // Instead of waiting as long as it usually would.
                hook.post("/resume");
            }
            return done && hook.get().getLong("behind") == 0;
        });
        for (Future<?> written : writing) {
            written.get();
        }
        writers.shutdown();

        Map<String, JsonNode> state = published(since);
        assertThat(complaints).isEmpty();
        assertThat(receiver.mostAtOnce()).isEqualTo(1);
        assertThat(copy.keySet()).isEqualTo(state.keySet()).hasSizeGreaterThan(WRITERS * 5);
        state.forEach((id, change) -> assertThat(without(copy.get(id))).isEqualTo(without(change)));
        assertThat(hook.delete().statusCode()).isEqualTo(200);
    }

    /** Whether it was a major change depends on where one comes from. */
    private static JsonNode without(JsonNode change) {
        return ((com.fasterxml.jackson.databind.node.ObjectNode) change.deepCopy())
                .without(List.of("importance", "note"));
    }
}
