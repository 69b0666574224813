package org.putokaz.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.fixture.SettableClock;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.sync.FeedReader;
import org.putokaz.webhook.RegisteredWebhook;
import org.putokaz.webhook.WebhookFixture;
import org.putokaz.webhook.WebhookReceiver;
import org.putokaz.webhook.WebhookReceiver.ReceivedRequest;
import org.putokaz.webhook.WebhookReceiver.Reply;

/**
 * A withdrawal for safety is delivered before everything else that waits, and once more in its turn; the order and the
 * positions in turn stay as they are.
 */
@DatabaseTest
@TestProfile(Apart.class)
class WithdrawalAheadTest {

    /** Longer than a claim lasts. */
    private static final Duration CLAIM_DURATION = Duration.ofMinutes(1);

    @Inject
    ScratchEntries scratch;

    @Inject
    DeliveryNodes nodes;

    @Inject
    DeliveryClaimService claims;

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
        nodes.reset();
        fixture.close();
    }

    private RegisteredWebhook verified() {
        return fixture.verified(WebhookFixture.EVENTS);
    }

    private UUID publishAndAwait(RegisteredWebhook webhook, String body) {
        UUID id = fixture.publish(body);
        webhook.awaitCaughtUp();
        return id;
    }

    private void withdrawForSafety(UUID id) {
        scratch.withdraw(id, WithdrawalReason.SAFETY);
    }

    private static List<String> entries(List<ReceivedRequest> requests) {
        return requests.stream().map(ReceivedRequest::entry).toList();
    }

    private List<ReceivedRequest> changesFrom(int first) {
        List<ReceivedRequest> all = receiver.changes();
        return all.subList(first, all.size());
    }

    /** Waits until another webhook has received everything, so that this one would have, too. */
    private void awaitOther(Runnable change) {
        WebhookReceiver other = new WebhookReceiver();
        RegisteredWebhook webhook = fixture.verifiedAt(other, WebhookFixture.EVENTS);
        change.run();
        RegisteredWebhook.awaitUntil("the other", () -> !other.changes().isEmpty());
        webhook.awaitCaughtUp();
        other.close();
    }

    @Test
    void aWithdrawalArrivesAtOnceWhileAnotherChangeIsInItsRetryPause() {
        RegisteredWebhook webhook = verified();
        UUID endangered = publishAndAwait(webhook, "Опасно");
        long position = webhook.get().getLong("position");
        receiver.respondToChangesWith(request -> Reply.of("500 Oh", ""));
        UUID failing = fixture.publish("Не пролази");
        webhook.awaitFailures(1);
        receiver.respondWith(Reply::echo);
        withdrawForSafety(endangered);
        fixture.awaitChanges(3);

        // The clock stands still: the pause of the other change is not over.
        ReceivedRequest ahead = receiver.changes().get(2);
        assertThat(ahead.type()).isEqualTo("entry.withdrawn");
        assertThat(ahead.entry()).isEqualTo(endangered.toString());
        assertThat(ahead.isSignedWith(webhook.secret)).isTrue();
        assertThat(ahead.position()).isEqualTo(position).isEqualTo(ahead.previousPosition());
        assertThat(ahead.changePosition()).isGreaterThan(position);
        RegisteredWebhook.awaitUntil(
                "the acknowledgement",
                () -> webhook.deliveries("delivered").get(0).get("ahead").equals(true));
        assertThat(webhook.get().getLong("position")).isEqualTo(position);
        assertThat(webhook.get().getInt("failures")).isEqualTo(1);

        SettableClock.advance(Duration.ofSeconds(10));
        webhook.awaitCaughtUp();
        List<ReceivedRequest> inTurn = changesFrom(3);
        assertThat(entries(inTurn)).containsExactly(failing.toString(), endangered.toString());
        assertThat(inTurn.get(1).position()).isEqualTo(ahead.changePosition());
        assertThat(inTurn.get(1).previousPosition()).isEqualTo(inTurn.get(0).position());
        assertThat(inTurn.get(1).id()).isNotEqualTo(ahead.id());
        assertThat(inTurn.get(1).json().at("/data/change"))
                .isEqualTo(ahead.json().at("/data/change"));
        assertThat(webhook.deliveries("delivered").get(0)).containsEntry("ahead", false);
        assertThat(webhook.deliveries("delivered"))
                .anySatisfy(delivery ->
                        assertThat(delivery).containsEntry("id", ahead.id()).containsEntry("ahead", true));
    }

    @Test
    void otherWithdrawalsAndThoseOfOtherFamiliesWaitForTheirTurn() {
        RegisteredWebhook webhook = verified();
        UUID outdated = publishAndAwait(webhook, "Застарело");
        UUID unit = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("hook"), ScratchEntries.unit());
        receiver.respondToChangesWith(request -> Reply.of("500 Oh", ""));
        fixture.publish("Не пролази");
        webhook.awaitFailures(1);
        awaitOther(() -> {
            withdrawForSafety(unit);
            scratch.withdraw(outdated, WithdrawalReason.ERROR);
        });

        assertThat(receiver.changes()).hasSize(2);
    }

    @Test
    void whereNothingWaitsAWithdrawalIsSentOnce() {
        RegisteredWebhook webhook = verified();
        UUID endangered = publishAndAwait(webhook, "Опасно");
        withdrawForSafety(endangered);
        webhook.awaitCaughtUp();
        publishAndAwait(webhook, "После");

        assertThat(receiver.changes()).hasSize(3);
        assertThat(receiver.changes().get(1).position())
                .isEqualTo(receiver.changes().get(1).changePosition());
    }

    /** The receiver is switched off, the node too, and both come back. */
    @Test
    void aReceiverThatWasDownGetsTheWithdrawalFirstAndThenEverythingInOrder() {
        RegisteredWebhook webhook = verified();
        UUID endangered = publishAndAwait(webhook, "Опасно");
        receiver.close();
        UUID first = fixture.publish("Прво");
        webhook.awaitFailures(1);
        UUID neverSeen = fixture.publish("Никад послато");
        withdrawForSafety(endangered);
        withdrawForSafety(neverSeen);
        UUID last = fixture.publish("Последње");
        RegisteredWebhook.awaitUntil(
                "attempts at both withdrawals",
                () -> webhook.deliveries().stream()
                                .filter(delivery -> delivery.get("ahead").equals(true))
                                .filter(delivery -> !((List<?>) delivery.get("attempts")).isEmpty())
                                .count()
                        == 2);
        SettableClock.advance(Duration.ofSeconds(10));
        webhook.awaitFailures(2);
        assertThat(webhook.deliveries("set-aside")).isEmpty();

        nodes.stopOwn();
        try (WebhookReceiver back = new WebhookReceiver(receiver.port())) {
            SettableClock.advance(Duration.ofHours(1));
            nodes.startOther();
            webhook.awaitCaughtUp();

            assertThat(entries(back.changes()))
                    .containsExactly(
                            endangered.toString(),
                            neverSeen.toString(),
                            first.toString(),
                            endangered.toString(),
                            neverSeen.toString(),
                            last.toString());
            assertThat(back.changes().stream().filter(request -> request.position() == request.changePosition()))
                    .hasSize(4)
                    .extracting(ReceivedRequest::position)
                    .isSorted();
        }
    }

    @Test
    void aWithdrawalThatIsRefusedHoldsUpNothingAndIsTriedAgain() {
        RegisteredWebhook webhook = verified();
        UUID endangered = publishAndAwait(webhook, "Опасно");
        nodes.stopOwn();
        UUID waiting = fixture.publish("Чека");
        withdrawForSafety(endangered);
        receiver.respondToChangesWith(
                request -> request.type().equals("entry.withdrawn") ? Reply.of("422 What", "") : Reply.ok());
        nodes.restartOwn();
        webhook.awaitFailures(1);
        assertThat(entries(changesFrom(1)))
                .containsExactly(endangered.toString(), waiting.toString(), endangered.toString());
        SettableClock.advance(Duration.ofSeconds(10));
        webhook.awaitFailures(2);
        SettableClock.advance(Duration.ofMinutes(10));
        webhook.awaitSetAside(1);
        UUID after = publishAndAwait(webhook, "После");
        assertThat(entries(receiver.changes())).contains(after.toString());
        int before = receiver.changes().size();
        receiver.respondWith(Reply::echo);
        SettableClock.advance(Duration.ofHours(1));
        webhook.awaitSetAside(0);

        assertThat(entries(changesFrom(before))).containsExactly(endangered.toString());
    }

    @Test
    void aWithdrawalThatANodeClaimedAndDidNotSendIsSentByAnotherUnderTheSameId() {
        RegisteredWebhook webhook = verified();
        UUID endangered = publishAndAwait(webhook, "Опасно");
        nodes.stopOwn();
        fixture.publish("Чека");
        withdrawForSafety(endangered);
        ClaimedDelivery unsent = claims.claim(webhook.uuid()).orElseThrow();
        SettableClock.advance(CLAIM_DURATION);
        nodes.startOther();
        nodes.startOther();
        webhook.awaitCaughtUp();

        assertThat(changesFrom(1).get(0).id()).isEqualTo(unsent.deliveryId().toString());
        assertThat(changesFrom(1).get(0).body()).isEqualTo(unsent.body());
        assertThat(changesFrom(1)).hasSize(3);
        assertThat(receiver.maxConcurrentRequests()).isEqualTo(1);
    }

    @Test
    void afterARewindWithdrawalsGoAheadOnceMore() {
        String token = FeedReader.endToken("");
        RegisteredWebhook webhook = verified();
        UUID endangered = publishAndAwait(webhook, "Опасно");
        UUID other = publishAndAwait(webhook, "Друго");
        withdrawForSafety(endangered);
        UUID last = publishAndAwait(webhook, "Последње");
        int before = receiver.changes().size();
        webhook.post("/replay", "{'since': '" + token + "'}");
        webhook.awaitCaughtUp();

        assertThat(entries(changesFrom(before)))
                .containsExactly(endangered.toString(), other.toString(), endangered.toString(), last.toString());
    }

    /** Otherwise the receiver could store the entry after it removed it. */
    @Test
    void aWithdrawalIsNotSentWhileTheEntryIsBeingSentByHand() {
        RegisteredWebhook webhook = verified();
        UUID endangered = publishAndAwait(webhook, "Опасно");
        CountDownLatch mayReply = new CountDownLatch(1);
        receiver.respondToChangesWith(request -> socket -> {
            await(mayReply);
            Reply.ok().to(socket);
        });
        String delivery = receiver.changes().get(0).id();
        WebhookReceiver other = new WebhookReceiver();
        RegisteredWebhook otherWebhook = fixture.verifiedAt(other, WebhookFixture.EVENTS);
        CompletableFuture<Response> replay =
                CompletableFuture.supplyAsync(() -> webhook.post("/deliveries/" + delivery + "/replay"));
        fixture.awaitChanges(2);
        withdrawForSafety(endangered);
        otherWebhook.awaitCaughtUp();
        assertThat(receiver.changes()).hasSize(2);
        mayReply.countDown();
        webhook.awaitCaughtUp();

        assertThat(replay.join().<String>path("state")).isEqualTo("delivered");
        assertThat(receiver.changes().stream().map(ReceivedRequest::type))
                .containsExactly("entry.published", "entry.published", "entry.withdrawn");
        assertThat(other.changes()).hasSize(1);
        other.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
