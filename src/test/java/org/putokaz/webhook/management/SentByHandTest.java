package org.putokaz.webhook.management;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.SettableClock;
import org.putokaz.live.consistency.ScratchDatabase;
import org.putokaz.sync.ReadFeed;
import org.putokaz.webhook.Hook;
import org.putokaz.webhook.Receiver;
import org.putokaz.webhook.Receiver.Received;
import org.putokaz.webhook.Receiver.Reply;
import org.putokaz.webhook.endpoint.SigningSecret;

/** What a partner asks to be sent: a test, a change once more, everything again; and what a rotated secret signs. */
@DatabaseTest
@TestProfile(Apart.class)
class SentByHandTest {

    private static final String EVENTS = "'families': ['history-events']";

    @Inject
    ScratchDatabase scratch;

    private final Receiver receiver = new Receiver();
    private Hook hook;

    @BeforeEach
    void hook() {
        hook = Hook.verified(receiver, EVENTS);
    }

    @AfterEach
    void clear() {
        SettableClock.run();
        hook.delete();
        receiver.close();
        scratch.clear();
    }

    private void publish(UUID id, String slug, String body) {
        scratch.publish(ScratchDatabase.EVENTS, id, slug, ScratchDatabase.event("'body': {'sr-Cyrl': '" + body + "'}"));
    }

    private void until(int changes) {
        Hook.until(changes + " changes", () -> receiver.changes().size() >= changes);
        hook.caughtUp();
    }

    private Response replay(int delivery) {
        return hook.post("/deliveries/" + hook.deliveries().get(delivery).get("id") + "/replay");
    }

    private static boolean isSigned(Received request, String secret) {
        Map<String, List<String>> headers = new HashMap<>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        try {
            new Webhook(secret)
                    .verify(
                            new String(request.body(), StandardCharsets.UTF_8),
                            HttpHeaders.of(headers, (name, value) -> true));
            return true;
        } catch (Exception refused) {
            return false;
        }
    }

    @Test
    void aTestIsSentAndAnsweredWithWhatCameOfIt() {
        receiver.always(Reply.of("503 No", "later"));
        Response failed = hook.post("/test");
        receiver.always(Reply.of("204 Fine", ""));
        Response sent = hook.post("/test");

        assertThat(failed.statusCode()).isEqualTo(200);
        assertThat(failed.<String>path("state")).isEqualTo("failed");
        assertThat(failed.<Integer>path("attempts[0].status")).isEqualTo(503);
        assertThat(failed.<String>path("attempts[0].answer")).isEqualTo("later");
        assertThat(sent.<String>path("state")).isEqualTo("delivered");
        assertThat(sent.<String>path("attempts[0].error")).isNull();
        Received last = receiver.received().get(2);
        assertThat(last.type()).isEqualTo("test");
        assertThat(last.json().at("/data/endpoint").asText()).isEqualTo(hook.id);
        assertThat(last.id()).isEqualTo(sent.<String>path("id"));
        assertThat(isSigned(last, hook.secret)).isTrue();
    }

    @Test
    void oneThingIsSentByHandAtATime() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        receiver.answers(request -> socket -> {
            await(release);
            Reply.ok().to(socket);
        });
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> hook.post("/test"));
        Hook.until("the test", () -> receiver.received().size() == 2);

        Response second = hook.post("/test");
        release.countDown();

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(first.get().<String>path("state")).isEqualTo("delivered");
        assertThat(receiver.received()).hasSize(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void nobodyIsKnockedAtWithoutEnd() {
        SettableClock.set(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        // The challenge was the first.
        for (int i = 1; i < ManualDeliveryTransactions.MOST_A_WHILE; i++) {
            assertThat(hook.post("/test").statusCode()).isEqualTo(200);
        }

        assertThat(hook.post("/test").statusCode()).isEqualTo(409);
        assertThat(hook.post("/verify").statusCode()).isEqualTo(409);
        assertThat(receiver.received()).hasSize(ManualDeliveryTransactions.MOST_A_WHILE);
    }

    @Test
    void aChangeIsSentOnceMoreUnderItsIdAsLongAsItIsTrue() {
        String slug = ScratchDatabase.slug("hook");
        UUID id = Publishing.newId();
        publish(id, slug, "Прво");
        until(1);
        Response again = replay(0);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.<List<?>>path("attempts")).hasSize(2);
        assertThat(receiver.changes()).hasSize(2);
        assertThat(receiver.changes().get(1).id())
                .isEqualTo(receiver.changes().get(0).id());
        assertThat(receiver.changes().get(1).body())
                .isEqualTo(receiver.changes().get(0).body());

        publish(id, slug, "Друго");
        until(3);
        Response stale = replay(1);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.<String>path("detail")).contains("changed since");
        assertThat(replay(2).statusCode()).isEqualTo(409);
        assertThat(receiver.changes()).hasSize(3);
    }

    @Test
    void whatWaitsForItsTurnIsNotSentByHand() {
        receiver.answersChanges(request -> Reply.of("500 Oh", ""));
        publish(Publishing.newId(), ScratchDatabase.slug("hook"), "Чека");
        hook.failedTimes(1);

        assertThat(replay(0).<String>path("detail")).contains("turn");
        assertThat(hook.post("/deliveries/" + UUID.randomUUID() + "/replay").statusCode())
                .isEqualTo(404);
        // Resuming tries at once.
        receiver.answers(Reply::echo);
        assertThat(hook.post("/resume").statusCode()).isEqualTo(200);
        until(2);
    }

    @Test
    void everythingSinceATokenIsSentAgainInItsPresentState() {
        String token = ReadFeed.end("");
        String slug = ScratchDatabase.slug("hook");
        UUID id = Publishing.newId();
        publish(id, slug, "Прво");
        publish(Publishing.newId(), ScratchDatabase.slug("hook"), "Друго");
        publish(id, slug, "Треће");
        until(2);
        int before = receiver.changes().size();

        assertThat(hook.post("/replay", "{'since': '" + token + "'}").statusCode())
                .isEqualTo(200);
        until(before + 2);

        List<Received> again = receiver.changes().subList(before, before + 2);
        assertThat(again.stream()
                        .map(one -> one.json()
                                .at("/data/change/content/body/sr-Cyrl")
                                .asText()))
                .containsExactly("Друго", "Треће");
        assertThat(hook.post("/replay", "{'since': 'x'}").statusCode()).isEqualTo(422);
        assertThat(hook.post("/replay", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void aRotatedSecretSignsBesideTheOldOneForADay() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        SettableClock.set(now);
        Response rotated = hook.post("/rotate-secret");
        String fresh = rotated.path("secret");
        hook.post("/test");
        Received both = receiver.received().get(1);
        SettableClock.set(now.plus(Duration.ofDays(1)));
        hook.post("/test");
        Received one = receiver.received().get(2);

        assertThat(fresh).isNotEqualTo(hook.secret);
        assertThat(rotated.<String>path("previousSecretUntil"))
                .isEqualTo(now.plus(Duration.ofDays(1)).toString());
        assertThat(both.headers().get("webhook-signature").split(" ")).hasSize(2);
        assertThat(isSigned(both, fresh)).isTrue();
        assertThat(isSigned(both, hook.secret)).isTrue();
        assertThat(one.headers().get("webhook-signature").split(" ")).hasSize(1);
        assertThat(one.headers().get("webhook-signature"))
                .isEqualTo(new SigningSecret(fresh)
                        .sign(one.id(), Long.parseLong(one.headers().get("webhook-timestamp")), one.body()));
    }
}
