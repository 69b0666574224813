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
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.SettableClock;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.consistency.ScratchDatabase;
import org.putokaz.webhook.Hook;
import org.putokaz.webhook.Receiver;
import org.putokaz.webhook.Receiver.Received;
import org.putokaz.webhook.Receiver.Reply;
import org.putokaz.webhook.transport.SettableDnsResolver;

/** A receiver that fails is tried again, with what is true by then; and whoever stays away is left alone in the end. */
@DatabaseTest
@TestProfile(Apart.class)
class FailingReceiversTest {

    private static final String EVENTS = "'families': ['history-events']";
    private static final Reply FAILS = Reply.of("500 Oh", "I am not well");

    @Inject
    ScratchDatabase scratch;

    @Inject
    Session session;

    @Inject
    WebhookMaintenance upkeep;

    private final Receiver receiver = new Receiver();
    private final List<Hook> hooks = new ArrayList<>();
    private Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @BeforeEach
    void clock() {
        SettableClock.set(now);
    }

    @AfterEach
    void clear() {
        SettableClock.run();
        hooks.forEach(Hook::delete);
        receiver.close();
        scratch.clear();
    }

    private void later(Duration by) {
        now = now.plus(by);
        SettableClock.set(now);
    }

    private Hook verified() {
        Hook hook = Hook.verified(receiver, EVENTS);
        hooks.add(hook);
        return hook;
    }

    private UUID publish(String body) {
        return publish(org.putokaz.fixture.Publishing.newId(), ScratchDatabase.slug("hook"), body);
    }

    private UUID publish(UUID id, String slug, String body) {
        scratch.publish(ScratchDatabase.EVENTS, id, slug, ScratchDatabase.event("'body': {'sr-Cyrl': '" + body + "'}"));
        return id;
    }

    private void until(int changes) {
        Hook.until(changes + " changes", () -> receiver.changes().size() >= changes);
    }

    @Test
    void aFailedAttemptIsMadeAgainUnderTheSameIdWithTheSameBytes() {
        Hook hook = verified();
        receiver.answersChanges(request -> FAILS);
        publish("Исто");
        hook.failedTimes(1);
        later(Duration.ofSeconds(10));
        hook.failedTimes(2);
        receiver.answers(Reply::echo);
        later(Duration.ofMinutes(10));
        until(3);
        hook.caughtUp();

        List<Received> tries = receiver.changes();
        assertThat(tries).hasSize(3);
        assertThat(tries).allSatisfy(one -> {
            assertThat(one.id()).isEqualTo(tries.get(0).id());
            assertThat(one.body()).isEqualTo(tries.get(0).body());
        });
        assertThat(tries.stream().map(one -> one.headers().get("webhook-timestamp")))
                .doesNotHaveDuplicates();
        assertThat(tries.stream().map(one -> one.headers().get("webhook-signature")))
                .doesNotHaveDuplicates();
        assertThat(hook.get().getInt("failures")).isZero();
    }

    @Test
    void everyAttemptIsShownWithWhatCameOfIt() {
        Hook hook = verified();
        receiver.answersChanges(request -> FAILS);
        publish("Покушај");
        hook.failedTimes(1);
        receiver.answersChanges(request -> Reply.hang());
        later(Duration.ofSeconds(10));
        hook.failedTimes(2);

        Map<String, Object> delivery = hook.deliveries().get(0);
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
    void aNumberThatWasOvertakenIsNeverSentAgain() {
        Hook hook = verified();
        receiver.answersChanges(request -> FAILS);
        String slug = ScratchDatabase.slug("hook");
        UUID id = publish(org.putokaz.fixture.Publishing.newId(), slug, "Погрешан број");
        hook.failedTimes(1);
        publish(id, slug, "Прави број");
        UUID next = publish("После");
        receiver.answers(Reply::echo);
        later(Duration.ofSeconds(10));
        until(3);
        hook.caughtUp();

        List<Received> all = receiver.changes();
        assertThat(all).hasSize(3);
        assertThat(all.get(1).json().at("/data/change/content/body/sr-Cyrl").asText())
                .isEqualTo("Прави број");
        assertThat(all.get(1).id()).isNotEqualTo(all.get(0).id());
        assertThat(all.get(1).previous()).isEqualTo(all.get(0).previous());
        assertThat(all.get(2).json().at("/data/change/id").asText()).isEqualTo(next.toString());
        assertThat(hook.states()).containsExactly("delivered", "delivered", "superseded");
    }

    @Test
    void whatWasWithdrawnForSafetyIsNowhereInTheTables() {
        Hook hook = verified();
        // Even one that repeats what it was told.
        receiver.answersChanges(request -> Reply.of(
                "500 Oh", request.json().at("/data/change/content/body").toString()));
        UUID id = publish("Тајнаулица");
        hook.failedTimes(1);
        assertThat(everythingStored()).contains("Тајнаулица");
        scratch.withdraw(id, WithdrawalReason.SAFETY);
        QuarkusTransaction.requiringNew().run(upkeep::look);
        receiver.answers(Reply::echo);
        later(Duration.ofSeconds(10));
        until(2);
        hook.caughtUp();

        assertThat(receiver.changes().get(1).type()).isEqualTo("entry.withdrawn");
        assertThat(everythingStored()).contains(receiver.url()).doesNotContain("Тајнаулица");
    }

    private String everythingStored() {
        StringBuilder stored = new StringBuilder();
        QuarkusTransaction.requiringNew().run(() -> {
            for (String table : List.of("endpoint", "delivery", "attempt")) {
                session.createNativeQuery("select * from webhook." + table, Object[].class)
                        .getResultList()
                        .forEach(row ->
                                stored.append(java.util.Arrays.toString(row)).append('\n'));
            }
        });
        return stored.toString();
    }

    @Test
    void theReceiverSaysWhenItWantsToBeTriedAgain() {
        Hook hook = verified();
        receiver.answersChanges(request -> Reply.of("429 Slow", "", "Retry-After: 3600"));
        publish("Касније");
        hook.failedTimes(1);

        assertThat(hook.get().getString("nextAttemptAt"))
                .isEqualTo(now.plusSeconds(3600).toString());
        later(Duration.ofSeconds(3599));
        // A later event would have been noticed by now: another endpoint has been served since.
        Receiver other = new Receiver();
        hooks.add(Hook.verified(other, EVENTS));
        publish("Још једно");
        Hook.until("the other", () -> other.changes().size() == 1);
        assertThat(receiver.changes()).hasSize(1);
        receiver.answers(Reply::echo);
        later(Duration.ofSeconds(1));
        until(3);
        other.close();
    }

    @Test
    void aReceiverThatIsGoneIsSwitchedOffUntilItIsVerifiedAgain() {
        Hook hook = verified();
        receiver.answersChanges(request -> Reply.of("410 Gone", ""));
        publish("Нема никога");
        Hook.until("the switch", () -> hook.get().getString("status").equals("disabled"));

        assertThat(hook.get().getString("statusReason")).isEqualTo("gone");
        assertThat(hook.post("/resume").<String>path("detail")).contains("verified");
        receiver.answers(Reply::echo);
        assertThat(hook.post("/verify").<String>path("status")).isEqualTo("active");
        until(2);
        assertThat(receiver.changes().get(1).id())
                .isEqualTo(receiver.changes().get(0).id());
    }

    @Test
    void aWeekOfFailurePausesAndNothingIsLost() {
        Hook hook = verified();
        receiver.answersChanges(request -> FAILS);
        publish("Недеља");
        hook.failedTimes(1);
        later(Duration.ofDays(6));
        hook.failedTimes(2);
        assertThat(hook.get().getString("status")).isEqualTo("active");
        later(Duration.ofDays(2));
        hook.failedTimes(3);

        assertThat(hook.get().getString("status")).isEqualTo("paused");
        assertThat(hook.get().getString("statusReason")).isEqualTo("failing");
        assertThat(hook.get().getString("nextAttemptAt")).isNull();
        receiver.answers(Reply::echo);
        assertThat(hook.post("/resume").<String>path("status")).isEqualTo("active");
        until(4);
        assertThat(receiver.changes().stream().map(Received::id).distinct()).hasSize(1);
    }

    @Test
    void aRedirectToTheInsideIsAFailureAndNobodyIsAskedThere() {
        Receiver inside = new Receiver();
        Hook hook = verified();
        receiver.answersChanges(request -> Reply.of("301 Moved", "", "Location: " + inside.url()));
        publish("Преусмерено");
        hook.failedTimes(1);

        assertThat(inside.received()).isEmpty();
        inside.close();
    }

    @Test
    void aNameThatTurnsInwardsIsNotFollowedAnyMore() {
        SettableDnsResolver.mean("turncoat.example", "127.0.0.1");
        Hook hook = Hook.registered("http://turncoat.example:" + receiver.port() + "/");
        hooks.add(hook);
        assertThat(hook.post("/verify").statusCode()).isEqualTo(200);
        SettableDnsResolver.mean("turncoat.example", "169.254.169.254");
        publish("Окренуто");
        hook.failedTimes(1);

        assertThat(receiver.changes()).isEmpty();
        assertThat(String.valueOf(hook.deliveries().get(0).get("attempts"))).contains("address-not-public");
    }
}
