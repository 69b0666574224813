package org.putokaz.webhook.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.fixture.SettableClock;
import org.putokaz.sync.FeedReader;
import org.putokaz.webhook.RegisteredWebhook;
import org.putokaz.webhook.WebhookFixture;
import org.putokaz.webhook.WebhookReceiver;
import org.putokaz.webhook.WebhookReceiver.ReceivedRequest;
import org.putokaz.webhook.WebhookReceiver.Reply;
import org.putokaz.webhook.endpoint.SigningSecret;

/** Deliveries on request: a test, a change once more, everything after a token; and the signatures after a rotation. */
@DatabaseTest
@TestProfile(Apart.class)
class ManualDeliveryTest {

    @Inject
    ScratchEntries scratch;

    private WebhookFixture fixture;
    private WebhookReceiver receiver;
    private RegisteredWebhook webhook;

    @BeforeEach
    void setUp() {
        fixture = new WebhookFixture(scratch);
        receiver = fixture.receiver;
        webhook = fixture.verified(WebhookFixture.EVENTS);
    }

    @AfterEach
    void tearDown() {
        SettableClock.run();
        fixture.close();
    }

    private void awaitChanges(int count) {
        fixture.awaitChanges(count);
        webhook.awaitCaughtUp();
    }

    private Response replay(int delivery) {
        return webhook.post("/deliveries/" + webhook.deliveries().get(delivery).get("id") + "/replay");
    }

    @Test
    void aTestIsSentAndAnsweredWithWhatCameOfIt() {
        receiver.respondAlways(Reply.of("503 No", "later"));
        Response failed = webhook.post("/test");
        receiver.respondAlways(Reply.of("204 Fine", ""));
        Response sent = webhook.post("/test");

        assertThat(failed.statusCode()).isEqualTo(200);
        assertThat(failed.<String>path("state")).isEqualTo("failed");
        assertThat(failed.<Integer>path("attempts[0].status")).isEqualTo(503);
        assertThat(failed.<String>path("attempts[0].answer")).isEqualTo("later");
        assertThat(sent.<String>path("state")).isEqualTo("delivered");
        assertThat(sent.<String>path("attempts[0].error")).isNull();
        ReceivedRequest last = receiver.received().get(2);
        assertThat(last.type()).isEqualTo("test");
        assertThat(last.json().at("/data/endpoint").asText()).isEqualTo(webhook.id);
        assertThat(last.id()).isEqualTo(sent.<String>path("id"));
        assertThat(last.isSignedWith(webhook.secret)).isTrue();
    }

    @Test
    void oneManualDeliveryIsSentAtATime() throws Exception {
        CountDownLatch mayReply = new CountDownLatch(1);
        receiver.respondWith(request -> socket -> {
            await(mayReply);
            Reply.ok().to(socket);
        });
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> webhook.post("/test"));
        RegisteredWebhook.awaitUntil("the test", () -> receiver.received().size() == 2);

        Response second = webhook.post("/test");
        mayReply.countDown();

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
    void testsAndChallengesAreLimitedToThirtyAMinute() {
        SettableClock.set(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        // The challenge of the set-up counts as the first.
        for (int i = 1; i < ManualDeliveryTransactions.MAX_PER_INTERVAL; i++) {
            assertThat(webhook.post("/test").statusCode()).isEqualTo(200);
        }

        assertThat(webhook.post("/test").statusCode()).isEqualTo(409);
        assertThat(webhook.post("/verify").statusCode()).isEqualTo(409);
        assertThat(receiver.received()).hasSize(ManualDeliveryTransactions.MAX_PER_INTERVAL);
    }

    @Test
    void aChangeIsSentOnceMoreUnderItsIdAsLongAsItIsTrue() {
        String slug = ScratchEntries.slug("hook");
        UUID id = Publishing.newId();
        fixture.publish(id, slug, "Прво");
        awaitChanges(1);
        Response again = replay(0);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.<List<?>>path("attempts")).hasSize(2);
        assertThat(receiver.changes()).hasSize(2);
        assertThat(receiver.changes().get(1).id())
                .isEqualTo(receiver.changes().get(0).id());
        assertThat(receiver.changes().get(1).body())
                .isEqualTo(receiver.changes().get(0).body());

        fixture.publish(id, slug, "Друго");
        awaitChanges(3);
        Response stale = replay(1);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.<String>path("detail")).contains("changed since");
        assertThat(replay(2).statusCode()).isEqualTo(409);
        assertThat(receiver.changes()).hasSize(3);
    }

    @Test
    void aPendingDeliveryCannotBeReplayed() {
        receiver.respondToChangesWith(request -> Reply.of("500 Oh", ""));
        fixture.publish("Чека");
        webhook.awaitFailures(1);

        assertThat(replay(0).<String>path("detail")).contains("turn");
        assertThat(webhook.post("/deliveries/" + UUID.randomUUID() + "/replay").statusCode())
                .isEqualTo(404);
        // Resuming makes the next attempt due at once.
        receiver.respondWith(Reply::echo);
        assertThat(webhook.post("/resume").statusCode()).isEqualTo(200);
        awaitChanges(2);
    }

    @Test
    void everythingSinceATokenIsSentAgainInItsPresentState() {
        String token = FeedReader.endToken("");
        String slug = ScratchEntries.slug("hook");
        UUID id = Publishing.newId();
        fixture.publish(id, slug, "Прво");
        fixture.publish("Друго");
        fixture.publish(id, slug, "Треће");
        awaitChanges(2);
        int before = receiver.changes().size();

        assertThat(webhook.post("/replay", "{'since': '" + token + "'}").statusCode())
                .isEqualTo(200);
        awaitChanges(before + 2);

        List<ReceivedRequest> again = receiver.changes().subList(before, before + 2);
        assertThat(again.stream().map(ReceivedRequest::contentBody)).containsExactly("Друго", "Треће");
        assertThat(webhook.post("/replay", "{'since': 'x'}").statusCode()).isEqualTo(422);
        assertThat(webhook.post("/replay", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void aRotatedSecretSignsBesideTheOldOneForADay() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        SettableClock.set(now);
        Response rotated = webhook.post("/rotate-secret");
        String newSecret = rotated.path("secret");
        webhook.post("/test");
        ReceivedRequest both = receiver.received().get(1);
        SettableClock.set(now.plus(Duration.ofDays(1)));
        webhook.post("/test");
        ReceivedRequest one = receiver.received().get(2);

        assertThat(newSecret).isNotEqualTo(webhook.secret);
        assertThat(rotated.<String>path("previousSecretUntil"))
                .isEqualTo(now.plus(Duration.ofDays(1)).toString());
        assertThat(both.headers().get("webhook-signature").split(" ")).hasSize(2);
        assertThat(both.isSignedWith(newSecret)).isTrue();
        assertThat(both.isSignedWith(webhook.secret)).isTrue();
        assertThat(one.headers().get("webhook-signature").split(" ")).hasSize(1);
        assertThat(one.headers().get("webhook-signature"))
                .isEqualTo(new SigningSecret(newSecret)
                        .sign(one.id(), Long.parseLong(one.headers().get("webhook-timestamp")), one.body()));
    }
}
