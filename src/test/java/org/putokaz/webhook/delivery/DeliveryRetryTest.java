package org.putokaz.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.fixture.SettableClock;
import org.putokaz.webhook.RegisteredWebhook;
import org.putokaz.webhook.WebhookFixture;
import org.putokaz.webhook.WebhookReceiver;
import org.putokaz.webhook.WebhookReceiver.ReceivedRequest;
import org.putokaz.webhook.WebhookReceiver.Reply;
import org.putokaz.webhook.transport.SettableDnsResolver;

/** Failed deliveries are repeated, in the present state of the entry, until the endpoint is paused or disabled. */
@DatabaseTest
@TestProfile(Apart.class)
class DeliveryRetryTest {

    private static final Reply FAILS = Reply.of("500 Oh", "I am not well");

    @Inject
    ScratchEntries scratch;

    private WebhookFixture fixture;
    private WebhookReceiver receiver;

    @BeforeEach
    void setUp() {
        SettableClock.stop();
        fixture = new WebhookFixture(scratch);
        receiver = fixture.receiver;
    }

    @AfterEach
    void tearDown() {
        SettableClock.run();
        fixture.close();
    }

    private RegisteredWebhook verified() {
        return fixture.verified(WebhookFixture.EVENTS);
    }

    @Test
    void aFailedAttemptIsMadeAgainUnderTheSameIdWithTheSameBytes() {
        RegisteredWebhook webhook = verified();
        receiver.respondToChangesWith(request -> FAILS);
        fixture.publish("Исто");
        webhook.awaitFailures(1);
        SettableClock.advance(Duration.ofSeconds(10));
        webhook.awaitFailures(2);
        receiver.respondWith(Reply::echo);
        SettableClock.advance(Duration.ofMinutes(10));
        fixture.awaitChanges(3);
        webhook.awaitCaughtUp();

        List<ReceivedRequest> attempts = receiver.changes();
        assertThat(attempts).hasSize(3);
        assertThat(attempts).allSatisfy(one -> {
            assertThat(one.id()).isEqualTo(attempts.get(0).id());
            assertThat(one.body()).isEqualTo(attempts.get(0).body());
        });
        assertThat(attempts.stream().map(one -> one.headers().get("webhook-timestamp")))
                .doesNotHaveDuplicates();
        assertThat(attempts.stream().map(one -> one.headers().get("webhook-signature")))
                .doesNotHaveDuplicates();
        assertThat(webhook.get().getInt("failures")).isZero();
    }

    @Test
    void everyAttemptIsShownWithWhatCameOfIt() {
        RegisteredWebhook webhook = verified();
        receiver.respondToChangesWith(request -> FAILS);
        fixture.publish("Покушај");
        webhook.awaitFailures(1);
        receiver.respondToChangesWith(request -> Reply.hang());
        SettableClock.advance(Duration.ofSeconds(10));
        webhook.awaitFailures(2);

        Map<String, Object> delivery = webhook.deliveries().get(0);
        assertThat(delivery).containsEntry("kind", "change").containsEntry("state", "pending");
        assertThat(delivery).containsEntry("id", receiver.changes().get(0).id());
        List<?> attempts = (List<?>) delivery.get("attempts");
        assertThat(attempts).hasSize(2);
        Map<?, ?> first = (Map<?, ?>) attempts.get(0);
        Map<?, ?> second = (Map<?, ?>) attempts.get(1);
        assertThat(first.get("status")).isEqualTo(500);
        assertThat(first.get("answer")).isEqualTo("I am not well");
        assertThat(first.get("error")).isEqualTo("not-accepted");
        assertThat((Integer) first.get("latencyMs")).isNotNegative();
        assertThat(second.get("status")).isNull();
        assertThat(second.get("error")).isEqualTo("timed-out");
        assertThat((Integer) second.get("latencyMs")).isGreaterThanOrEqualTo(2000);
    }

    @Test
    void aChangeThatIsOutdatedIsNeverSentAgain() {
        RegisteredWebhook webhook = verified();
        receiver.respondToChangesWith(request -> FAILS);
        String slug = ScratchEntries.slug("hook");
        UUID id = fixture.publish(Publishing.newId(), slug, "Погрешан број");
        webhook.awaitFailures(1);
        fixture.publish(id, slug, "Прави број");
        UUID next = fixture.publish("После");
        receiver.respondWith(Reply::echo);
        SettableClock.advance(Duration.ofSeconds(10));
        fixture.awaitChanges(3);
        webhook.awaitCaughtUp();

        List<ReceivedRequest> all = receiver.changes();
        assertThat(all).hasSize(3);
        assertThat(all.get(1).contentBody()).isEqualTo("Прави број");
        assertThat(all.get(1).id()).isNotEqualTo(all.get(0).id());
        assertThat(all.get(1).previousPosition()).isEqualTo(all.get(0).previousPosition());
        assertThat(all.get(2).json().at("/data/change/id").asText()).isEqualTo(next.toString());
        assertThat(webhook.changeStates()).containsExactly("delivered", "delivered", "superseded");
    }

    @Test
    void theReceiverChoosesTheNextAttemptByRetryAfter() {
        RegisteredWebhook webhook = verified();
        receiver.respondToChangesWith(request -> Reply.of("429 Slow", "", "Retry-After: 3600"));
        fixture.publish("Касније");
        webhook.awaitFailures(1);

        assertThat(webhook.get().getString("nextAttemptAt"))
                .isEqualTo(SettableClock.now().plusSeconds(3600).toString());
        SettableClock.advance(Duration.ofSeconds(3599));
        // By now a premature attempt would have been made: another endpoint has been served since.
        WebhookReceiver other = new WebhookReceiver();
        fixture.verifiedAt(other, WebhookFixture.EVENTS);
        fixture.publish("Још једно");
        RegisteredWebhook.awaitUntil("the other", () -> other.changes().size() == 1);
        assertThat(receiver.changes()).hasSize(1);
        receiver.respondWith(Reply::echo);
        SettableClock.advance(Duration.ofSeconds(1));
        fixture.awaitChanges(3);
        other.close();
    }

    @Test
    void a410ResponseDisablesTheEndpointUntilItIsVerifiedAgain() {
        RegisteredWebhook webhook = verified();
        receiver.respondToChangesWith(request -> Reply.of("410 Gone", ""));
        fixture.publish("Нема никога");
        RegisteredWebhook.awaitUntil(
                "the endpoint to be disabled",
                () -> webhook.get().getString("status").equals("disabled"));

        assertThat(webhook.get().getString("statusReason")).isEqualTo("gone");
        assertThat(webhook.post("/resume").<String>path("detail")).contains("verified");
        receiver.respondWith(Reply::echo);
        assertThat(webhook.post("/verify").<String>path("status")).isEqualTo("active");
        fixture.awaitChanges(2);
        assertThat(receiver.changes().get(1).id())
                .isEqualTo(receiver.changes().get(0).id());
    }

    @Test
    void aWeekOfFailuresPausesTheEndpointAndNothingIsLost() {
        RegisteredWebhook webhook = verified();
        receiver.respondToChangesWith(request -> FAILS);
        fixture.publish("Недеља");
        webhook.awaitFailures(1);
        SettableClock.advance(Duration.ofDays(6));
        webhook.awaitFailures(2);
        assertThat(webhook.get().getString("status")).isEqualTo("active");
        SettableClock.advance(Duration.ofDays(2));
        webhook.awaitFailures(3);

        assertThat(webhook.get().getString("status")).isEqualTo("paused");
        assertThat(webhook.get().getString("statusReason")).isEqualTo("failing");
        assertThat(webhook.get().getString("nextAttemptAt")).isNull();
        receiver.respondWith(Reply::echo);
        assertThat(webhook.post("/resume").<String>path("status")).isEqualTo("active");
        fixture.awaitChanges(4);
        assertThat(receiver.changes().stream().map(ReceivedRequest::id).distinct())
                .hasSize(1);
    }

    @Test
    void aRedirectToAnInternalAddressIsAFailureAndIsNotFollowed() {
        WebhookReceiver internal = new WebhookReceiver();
        RegisteredWebhook webhook = verified();
        receiver.respondToChangesWith(request -> Reply.of("301 Moved", "", "Location: " + internal.url()));
        fixture.publish("Преусмерено");
        webhook.awaitFailures(1);

        assertThat(internal.received()).isEmpty();
        internal.close();
    }

    @Test
    void aNameThatResolvesToAnInternalAddressLaterIsNotFollowed() {
        SettableDnsResolver.setAddresses("turncoat.example", "127.0.0.1");
        RegisteredWebhook webhook = RegisteredWebhook.registered("http://turncoat.example:" + receiver.port() + "/");
        fixture.deleteOnClose(webhook);
        assertThat(webhook.post("/verify").statusCode()).isEqualTo(200);
        SettableDnsResolver.setAddresses("turncoat.example", "169.254.169.254");
        fixture.publish("Окренуто");
        webhook.awaitFailures(1);

        assertThat(receiver.changes()).isEmpty();
        assertThat(String.valueOf(webhook.deliveries().get(0).get("attempts"))).contains("address-not-public");
    }
}
