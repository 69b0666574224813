package org.putokaz.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.SettableClock;
import org.putokaz.live.consistency.ScratchDatabase;
import org.putokaz.live.feed.FeedNotifier;
import org.putokaz.webhook.Hook;
import org.putokaz.webhook.Receiver;
import org.putokaz.webhook.Receiver.Received;
import org.putokaz.webhook.Receiver.Reply;
import org.putokaz.webhook.transport.DeliveryFailure;
import org.putokaz.webhook.transport.DeliveryResult;
import org.putokaz.webhook.transport.WebhookHttpClient;

/** However many dispatchers work on one database, and however one ends, each endpoint gets one thing at a time, in order. */
@DatabaseTest
@TestProfile(Apart.class)
class DeliveryDispatcherTest {

    private static final String EVENTS = "'families': ['history-events']";
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int CHANGES = 60;

    @Inject
    ScratchDatabase scratch;

    @Inject
    DeliveryWorker hours;

    @Inject
    DeliveryClaimService courier;

    @Inject
    WebhookHttpClient sender;

    @Inject
    WebhookMaintenance upkeep;

    @Inject
    FeedNotifier watch;

    @Inject
    Clock clock;

    @Inject
    Session session;

    @Inject
    MeterRegistry meters;

    private final Receiver receiver = new Receiver();
    private final List<Hook> hooks = new ArrayList<>();
    private final List<DeliveryWorker.Shift> shifts = new ArrayList<>();

    @BeforeEach
    void nobodyWorks() {
        hours.end();
    }

    @AfterEach
    void asBefore() {
        SettableClock.run();
        shifts.forEach(DeliveryWorker.Shift::end);
        hours.begin();
        hooks.forEach(Hook::delete);
        receiver.close();
        scratch.clear();
    }

    private Hook verified(Receiver at) {
        Hook hook = Hook.verified(at, EVENTS);
        hooks.add(hook);
        return hook;
    }

    private void publish(int changes) {
        for (int i = 0; i < changes; i++) {
            scratch.publish(
                    ScratchDatabase.EVENTS,
                    Publishing.newId(),
                    ScratchDatabase.slug("hook"),
                    ScratchDatabase.event("'body': {'sr-Cyrl': 'Промена " + i + "'}"));
        }
    }

    /** Another node, as far as the database can tell. */
    private void anotherBegins() {
        DeliveryWorker.Shift shift = new DeliveryWorker.Shift(new DeliveryDispatcher(courier, sender, clock), upkeep);
        shifts.add(shift);
        shift.begin(watch);
    }

    @Test
    void ofManyDispatchersOneSendsAtATimeAndEachChangeIsSentOnce() {
        Hook hook = verified(receiver);
        // Long enough for another one to come in between, if one did.
        receiver.answersChanges(request -> {
            LockSupport.parkNanos(5_000_000);
            return Reply.ok();
        });
        for (int i = 0; i < 4; i++) {
            anotherBegins();
        }
        publish(CHANGES);
        Hook.until("all changes", () -> receiver.changes().size() >= CHANGES);
        hook.caughtUp();

        assertThat(receiver.mostAtOnce()).isEqualTo(1);
        assertThat(receiver.changes()).hasSize(CHANGES);
        assertThat(receiver.changes().stream().map(Received::position))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aReceiverThatHangsHoldsNobodyUp() {
        List<Receiver> slow = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Receiver hanging = new Receiver();
            verified(hanging);
            hanging.answersChanges(request -> Reply.hang());
            slow.add(hanging);
        }
        verified(receiver);
        publish(CHANGES);
        anotherBegins();
        Hook.until("all changes", () -> receiver.changes().size() >= CHANGES);

        assertThat(receiver.changes()).hasSize(CHANGES);
        assertThat(slow).allSatisfy(one -> assertThat(one.changes()).hasSizeLessThanOrEqualTo(2));
        slow.forEach(Receiver::close);
    }

    @Test
    void whatADispatcherHadInHandWhenItDiedIsSentByAnotherUnderTheSameId() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        SettableClock.set(now);
        Hook hook = verified(receiver);
        publish(1);
        ClaimedDelivery lost = courier.take(hook.uuid()).orElseThrow();

        assertThat(courier.take(hook.uuid())).isEmpty();
        assertThat(courier.due(100)).doesNotContain(hook.uuid());
        SettableClock.set(now.plus(LEASE));
        assertThat(courier.due(100)).contains(hook.uuid());
        anotherBegins();
        Hook.until("the change", () -> receiver.changes().size() == 1);

        assertThat(receiver.changes().get(0).id()).isEqualTo(lost.delivery().toString());
        assertThat(receiver.changes().get(0).body()).isEqualTo(lost.body());
    }

    @Test
    void whoComesBackTooLateChangesNothing() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        SettableClock.set(now);
        Hook hook = verified(receiver);
        publish(2);
        ClaimedDelivery late = courier.take(hook.uuid()).orElseThrow();
        SettableClock.set(now.plus(LEASE));
        ClaimedDelivery mine = courier.take(hook.uuid()).orElseThrow();
        DeliveryResult accepted = DeliveryResult.of(200, new byte[0], null, Duration.ZERO);
        long before = hook.get().getLong("position");

        assertThat(courier.settle(late, DeliveryResult.none(DeliveryFailure.TIMED_OUT, Duration.ZERO)))
                .isEmpty();
        assertThat(courier.settle(late, accepted)).isEmpty();
        assertThat(hook.get().getLong("position")).isEqualTo(before);
        assertThat(hook.get().getInt("failures")).isZero();
        assertThat(mine.delivery()).isEqualTo(late.delivery());
        ClaimedDelivery second = courier.settle(mine, accepted).orElseThrow();
        assertThat(second.delivery()).isNotEqualTo(mine.delivery());
        assertThat(hook.get().getLong("position")).isGreaterThan(before);
    }

    @Test
    void whatWaitedTooLongInAProcessIsNotSentByIt() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        SettableClock.set(now);
        Hook hook = verified(receiver);
        publish(1);
        ClaimedDelivery letter = courier.take(hook.uuid()).orElseThrow();

        assertThat(letter.sendBy()).isBefore(now.plus(LEASE));
        courier.putBack(letter);
        assertThat(courier.take(hook.uuid())).map(ClaimedDelivery::delivery).contains(letter.delivery());
    }

    @Test
    void theOperatorSeesHowFarBehindPartnersAre() {
        verified(receiver);
        publish(3);
        QuarkusTransaction.requiringNew().run(upkeep::look);
        double behind = meters.get("putokaz.webhooks.backlog").gauge().value();
        anotherBegins();
        Hook.until("the changes", () -> receiver.changes().size() == 3);
        hooks.forEach(Hook::caughtUp);
        QuarkusTransaction.requiringNew().run(upkeep::look);

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
    void anEndpointWhoseAddressIsNotTakenAnyMoreHoldsNobodyUpAndCanBeDeleted() {
        Hook broken = verified(new Receiver());
        verified(receiver);
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery(
                                "update webhook.endpoint set url = 'https://example.org:22/' where id = :id")
                        .setParameter("id", broken.uuid())
                        .executeUpdate());
        publish(3);
        anotherBegins();
        Hook.until("the changes", () -> receiver.changes().size() == 3);

        assertThat(broken.delete().statusCode()).isEqualTo(200);
        hooks.remove(broken);
    }

    @Test
    void oldDeliveriesAreForgottenButNotWhatWaits() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        SettableClock.set(now);
        Hook hook = verified(receiver);
        publish(1);
        UUID waiting = courier.take(hook.uuid()).orElseThrow().delivery();
        assertThat(hook.deliveries()).hasSize(2);
        SettableClock.set(now.plus(Duration.ofDays(31)));
        upkeep.forget();

        assertThat(hook.deliveries()).hasSize(1);
        assertThat(hook.deliveries().get(0)).containsEntry("id", waiting.toString());
    }
}
