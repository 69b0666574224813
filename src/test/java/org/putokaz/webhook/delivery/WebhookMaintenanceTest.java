package org.putokaz.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.fixture.SettableClock;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.write.StoreChange;
import org.putokaz.webhook.RegisteredWebhook;
import org.putokaz.webhook.WebhookFixture;
import org.putokaz.webhook.WebhookReceiver;
import org.putokaz.webhook.WebhookReceiver.Reply;

/** Metrics, removal of withdrawn content, and deletion of old deliveries. */
@DatabaseTest
@TestProfile(Apart.class)
class WebhookMaintenanceTest {

    @Inject
    ScratchEntries scratch;

    @Inject
    DeliveryWorker worker;

    @Inject
    DeliveryClaimService claims;

    @Inject
    WebhookMaintenance maintenance;

    @Inject
    Session session;

    @Inject
    MeterRegistry meters;

    private WebhookFixture fixture;
    private WebhookReceiver receiver;

    @BeforeEach
    void setUp() {
        fixture = new WebhookFixture(scratch);
        receiver = fixture.receiver;
    }

    @AfterEach
    void tearDown() {
        SettableClock.run();
        worker.start();
        fixture.close();
    }

    @Test
    void theOperatorSeesHowFarBehindPartnersAre() {
        worker.stop();
        RegisteredWebhook webhook = fixture.verified(WebhookFixture.EVENTS);
        for (int i = 0; i < 3; i++) {
            fixture.publish("Промена " + i);
        }
        QuarkusTransaction.requiringNew().run(maintenance::refresh);
        double behind = meters.get("putokaz.webhooks.backlog").gauge().value();
        worker.start();
        fixture.awaitChanges(3);
        webhook.awaitCaughtUp();
        QuarkusTransaction.requiringNew().run(maintenance::refresh);

        assertThat(behind).isGreaterThanOrEqualTo(3);
        assertThat(meters.get("putokaz.webhooks.backlog").gauge().value()).isZero();
        assertThat(meters.get("putokaz.webhooks.attempts")
                        .tag("outcome", "delivered")
                        .counter()
                        .count())
                .isGreaterThanOrEqualTo(3);
        assertThat(meters.getMeters().stream().map(meter -> meter.getId().toString()))
                .noneMatch(id -> id.contains("/hook") || id.contains("127.0.0.1:" + receiver.port()));
    }

    @Test
    void oldDeliveriesAreDeletedUnlessTheyArePending() {
        worker.stop();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        SettableClock.set(now);
        RegisteredWebhook webhook = fixture.verified(WebhookFixture.EVENTS);
        fixture.publish("Промена");
        UUID pending = claims.claim(webhook.uuid()).orElseThrow().deliveryId();
        assertThat(webhook.deliveries()).hasSize(2);
        SettableClock.set(now.plus(Duration.ofDays(31)));
        maintenance.deleteExpiredDeliveries();

        assertThat(webhook.deliveries()).hasSize(1);
        assertThat(webhook.deliveries().get(0)).containsEntry("id", pending.toString());
    }

    @Test
    void contentWithdrawnForSafetyIsInNoTable() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        SettableClock.set(now);
        RegisteredWebhook webhook = fixture.verified(WebhookFixture.EVENTS);
        // The receiver repeats the content in its response.
        receiver.respondToChangesWith(request -> Reply.of(
                "500 Oh", request.json().at("/data/change/content/body").toString()));
        UUID id = fixture.publish("Тајнаулица");
        webhook.awaitFailures(1);
        assertThat(storedText()).contains("Тајнаулица");
        scratch.withdraw(id, WithdrawalReason.SAFETY);
        QuarkusTransaction.requiringNew().run(maintenance::refresh);
        receiver.respondWith(Reply::echo);
        SettableClock.set(now.plusSeconds(10));
        fixture.awaitChanges(2);
        webhook.awaitCaughtUp();

        assertThat(receiver.changes().get(1).type()).isEqualTo("entry.withdrawn");
        assertThat(storedText()).contains(receiver.url()).doesNotContain("Тајнаулица");
    }

    /** What waits to be sent is written from the entry as it is then. */
    @Test
    void aDeliveryInTheQueueHasNoRemovedSlug() {
        worker.stop();
        RegisteredWebhook webhook = fixture.verified(WebhookFixture.EVENTS);
        String slug = ScratchEntries.slug("tajno-mesto");
        UUID id = fixture.publish(Publishing.newId(), slug, "Промена");
        assertThat(claims.claim(webhook.uuid())).isPresent();
        scratch.apply(new StoreChange.Withdraw(id, WithdrawalReason.SAFETY, null, Importance.MAJOR, null, true));
        worker.start();
        Instant now = Instant.now();
        SettableClock.set(now.plus(Duration.ofHours(1)));
        fixture.awaitChanges(1);
        webhook.awaitCaughtUp();

        assertThat(receiver.changes())
                .allSatisfy(change -> assertThat(change.json().toString()).doesNotContain(slug));
        assertThat(receiver.changes()
                        .get(receiver.changes().size() - 1)
                        .json()
                        .at("/data/change/slug")
                        .asText())
                .isEqualTo(id.toString());
        assertThat(storedText()).doesNotContain(slug);
    }

    private String storedText() {
        StringBuilder stored = new StringBuilder();
        QuarkusTransaction.requiringNew().run(() -> {
            for (String table : List.of("endpoint", "delivery", "attempt")) {
                session.createNativeQuery("select * from webhook." + table, Object[].class)
                        .getResultList()
                        .forEach(row -> stored.append(Arrays.toString(row)).append('\n'));
            }
        });
        return stored.toString();
    }
}
