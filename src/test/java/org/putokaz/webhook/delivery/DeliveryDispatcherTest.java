package org.putokaz.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.fixture.SettableClock;
import org.putokaz.webhook.RegisteredWebhook;
import org.putokaz.webhook.WebhookFixture;
import org.putokaz.webhook.WebhookReceiver;
import org.putokaz.webhook.WebhookReceiver.ReceivedRequest;
import org.putokaz.webhook.WebhookReceiver.Reply;
import org.putokaz.webhook.transport.DeliveryFailure;
import org.putokaz.webhook.transport.DeliveryResult;

/**
 * Each endpoint receives one delivery at a time, in order, whatever the number of dispatchers, and also when one fails.
 */
@DatabaseTest
@TestProfile(Apart.class)
class DeliveryDispatcherTest {

    /** Longer than a claim lasts. */
    private static final Duration CLAIM_DURATION = Duration.ofMinutes(1);

    private static final int CHANGES = 60;

    @Inject
    ScratchEntries scratch;

    @Inject
    DeliveryNodes nodes;

    @Inject
    DeliveryClaimService claims;

    @Inject
    Session session;

    private WebhookFixture fixture;
    private WebhookReceiver receiver;

    @BeforeEach
    void setUp() {
        nodes.stopOwn();
        fixture = new WebhookFixture(scratch);
        receiver = fixture.receiver;
    }

    @AfterEach
    void tearDown() {
        SettableClock.run();
        nodes.reset();
        fixture.close();
    }

    private RegisteredWebhook verified() {
        return fixture.verified(WebhookFixture.EVENTS);
    }

    private void publish(int changes) {
        for (int i = 0; i < changes; i++) {
            fixture.publish("Промена " + i);
        }
    }

    @Test
    void ofManyDispatchersOneSendsAtATimeAndEachChangeIsSentOnce() {
        RegisteredWebhook webhook = verified();
        // Long enough for a concurrent request of another dispatcher to be seen.
        receiver.respondToChangesWith(request -> {
            LockSupport.parkNanos(5_000_000);
            return Reply.ok();
        });
        for (int i = 0; i < 4; i++) {
            nodes.startOther();
        }
        publish(CHANGES);
        fixture.awaitChanges(CHANGES);
        webhook.awaitCaughtUp();

        assertThat(receiver.maxConcurrentRequests()).isEqualTo(1);
        assertThat(receiver.changes()).hasSize(CHANGES);
        assertThat(receiver.changes().stream().map(ReceivedRequest::position))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aReceiverThatHangsDelaysNoOther() {
        List<WebhookReceiver> hangingReceivers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            WebhookReceiver hanging = new WebhookReceiver();
            fixture.verifiedAt(hanging, WebhookFixture.EVENTS);
            hanging.respondToChangesWith(request -> Reply.hang());
            hangingReceivers.add(hanging);
        }
        verified();
        publish(CHANGES);
        nodes.startOther();
        fixture.awaitChanges(CHANGES);

        assertThat(receiver.changes()).hasSize(CHANGES);
        assertThat(hangingReceivers).allSatisfy(one -> assertThat(one.changes()).hasSizeLessThanOrEqualTo(2));
        hangingReceivers.forEach(WebhookReceiver::close);
    }

    @Test
    void aClaimedDeliveryThatWasNotSentIsSentByAnotherDispatcherUnderTheSameId() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        SettableClock.set(now);
        RegisteredWebhook webhook = verified();
        publish(1);
        ClaimedDelivery unsent = claims.claim(webhook.uuid()).orElseThrow();

        assertThat(claims.claim(webhook.uuid())).isEmpty();
        assertThat(claims.findDue(100)).doesNotContain(webhook.uuid());
        SettableClock.set(now.plus(CLAIM_DURATION));
        assertThat(claims.findDue(100)).contains(webhook.uuid());
        nodes.startOther();
        fixture.awaitChanges(1);

        assertThat(receiver.changes().get(0).id()).isEqualTo(unsent.deliveryId().toString());
        assertThat(receiver.changes().get(0).body()).isEqualTo(unsent.body());
    }

    @Test
    void aResultRecordedAfterTheEndOfTheClaimChangesNothing() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        SettableClock.set(now);
        RegisteredWebhook webhook = verified();
        publish(2);
        ClaimedDelivery late = claims.claim(webhook.uuid()).orElseThrow();
        SettableClock.set(now.plus(CLAIM_DURATION));
        ClaimedDelivery current = claims.claim(webhook.uuid()).orElseThrow();
        DeliveryResult accepted = DeliveryResult.ofResponse(200, new byte[0], null, Duration.ZERO);
        long positionBefore = webhook.get().getLong("position");

        assertThat(claims.recordResult(late, DeliveryResult.failed(DeliveryFailure.TIMED_OUT, Duration.ZERO)))
                .isEmpty();
        assertThat(claims.recordResult(late, accepted)).isEmpty();
        assertThat(webhook.get().getLong("position")).isEqualTo(positionBefore);
        assertThat(webhook.get().getInt("failures")).isZero();
        assertThat(current.deliveryId()).isEqualTo(late.deliveryId());
        ClaimedDelivery second = claims.recordResult(current, accepted).orElseThrow();
        assertThat(second.deliveryId()).isNotEqualTo(current.deliveryId());
        assertThat(webhook.get().getLong("position")).isGreaterThan(positionBefore);
    }

    @Test
    void aDeliveryIsNotSentByAProcessInWhichItWaitedTooLong() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        SettableClock.set(now);
        RegisteredWebhook webhook = verified();
        publish(1);
        ClaimedDelivery delivery = claims.claim(webhook.uuid()).orElseThrow();

        assertThat(delivery.sendBefore()).isBefore(now.plus(CLAIM_DURATION));
        claims.releaseUnsent(delivery);
        assertThat(claims.claim(webhook.uuid()))
                .map(ClaimedDelivery::deliveryId)
                .contains(delivery.deliveryId());
    }

    @Test
    void anEndpointWithAnAddressThatIsNoLongerAllowedDelaysNoOtherAndCanBeDeleted() {
        RegisteredWebhook broken = fixture.verifiedAt(new WebhookReceiver(), WebhookFixture.EVENTS);
        verified();
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery(
                                "update webhook.endpoint set url = 'https://example.org:22/' where id = :id")
                        .setParameter("id", broken.uuid())
                        .executeUpdate());
        publish(3);
        nodes.startOther();
        fixture.awaitChanges(3);

        assertThat(broken.delete().statusCode()).isEqualTo(200);
    }
}
