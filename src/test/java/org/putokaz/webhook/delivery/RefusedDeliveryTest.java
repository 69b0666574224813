package org.putokaz.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.fixture.SettableClock;
import org.putokaz.live.Importance;
import org.putokaz.live.write.StoreChange;
import org.putokaz.sync.FeedReader;
import org.putokaz.webhook.RegisteredWebhook;
import org.putokaz.webhook.WebhookFixture;
import org.putokaz.webhook.WebhookReceiver;
import org.putokaz.webhook.WebhookReceiver.ReceivedRequest;
import org.putokaz.webhook.WebhookReceiver.Reply;
import org.putokaz.webhook.endpoint.SigningSecret;

/** A change that a receiver refuses while it accepts others is set aside, and does not hold up what follows. */
@DatabaseTest
@TestProfile(Apart.class)
class RefusedDeliveryTest {

    private static final String EVENTS_AND_GUIDES = "'families': ['history-events', 'help-guides']";

    @Inject
    ScratchEntries scratch;

    @Inject
    WebhookMaintenance maintenance;

    @Inject
    MeterRegistry meters;

    private WebhookFixture fixture;
    private WebhookReceiver receiver;
    private final Set<String> refusedEntries = new HashSet<>();

    @BeforeEach
    void setUp() {
        SettableClock.stop();
        fixture = new WebhookFixture(scratch);
        receiver = fixture.receiver;
        receiver.respondToChangesWith(
                request -> refusedEntries.contains(request.entry()) ? Reply.of("413 Too Large", "no") : Reply.ok());
    }

    @AfterEach
    void tearDown() {
        SettableClock.run();
        fixture.close();
    }

    /** A guide that the receiver refuses. */
    private UUID publishRefusedGuide() {
        UUID id = Publishing.newId();
        refusedEntries.add(id.toString());
        return fixture.publishGuide(id, "Велики водич");
    }

    /** Lets time pass until the pending delivery has been refused three times. */
    private void awaitThirdRefusal(RegisteredWebhook webhook) {
        webhook.awaitFailures(1);
        SettableClock.advance(Duration.ofSeconds(10));
        webhook.awaitFailures(2);
        SettableClock.advance(Duration.ofMinutes(10));
    }

    private List<ReceivedRequest> requestsAbout(UUID entry) {
        return receiver.changes().stream()
                .filter(request -> request.entry().equals(entry.toString()))
                .toList();
    }

    private static void awaitRequests(int count, Supplier<List<ReceivedRequest>> requests) {
        RegisteredWebhook.awaitUntil(count + " requests", () -> requests.get().size() >= count);
    }

    @Test
    void whatFollowsArrivesAndTheRefusedChangeIsShownCountedAndSentByHand() {
        RegisteredWebhook webhook = fixture.verified(EVENTS_AND_GUIDES);
        UUID before = fixture.publish("Пре");
        webhook.awaitCaughtUp();
        UUID guide = publishRefusedGuide();
        webhook.awaitFailures(1);
        UUID first = fixture.publish("Прво после");
        UUID second = fixture.publish("Друго после");
        awaitThirdRefusal(webhook);
        webhook.awaitCaughtUp();

        assertThat(receiver.changes().stream().map(ReceivedRequest::entry))
                .containsExactly(
                        before.toString(),
                        guide.toString(),
                        guide.toString(),
                        guide.toString(),
                        before.toString(),
                        first.toString(),
                        second.toString());
        ReceivedRequest acknowledged = receiver.changes().get(0);
        ReceivedRequest control = receiver.changes().get(4);
        assertThat(control.position()).isEqualTo(acknowledged.position()).isEqualTo(control.previousPosition());
        assertThat(control.id()).isNotEqualTo(acknowledged.id());
        assertThat(requestsAbout(first).get(0).previousPosition()).isEqualTo(acknowledged.position());
        assertShown(webhook, guide);
        assertSentByHand(webhook, guide);
    }

    private void assertShown(RegisteredWebhook webhook, UUID guide) {
        QuarkusTransaction.requiringNew().run(maintenance::refresh);
        assertThat(webhook.get().getInt("setAside")).isEqualTo(1);
        assertThat(webhook.get().getInt("failures")).isZero();
        assertThat(webhook.get().getString("failingSince")).isNull();
        assertThat(meters.get("putokaz.webhooks.set.aside").gauge().value()).isEqualTo(1);
        assertThat(webhook.deliveries("set-aside")).hasSize(1);
        Map<String, Object> shown = webhook.deliveries("set-aside").get(0);
        assertThat(shown)
                .containsEntry("id", requestsAbout(guide).get(0).id())
                .containsEntry("entry", guide.toString())
                .containsEntry("family", "help-guides");
        assertThat((List<?>) shown.get("attempts")).hasSize(3);
        assertThat(shown.get("nextAttemptAt")).isNotNull();
    }

    private void assertSentByHand(RegisteredWebhook webhook, UUID guide) {
        String path = "/deliveries/" + requestsAbout(guide).get(0).id() + "/replay";
        Response refused = webhook.post(path);
        assertThat(refused.<String>path("state")).isEqualTo("set-aside");
        refusedEntries.clear();
        Response sent = webhook.post(path);

        assertThat(sent.<String>path("state")).isEqualTo("delivered");
        assertThat(sent.<String>path("nextAttemptAt")).isNull();
        assertThat(requestsAbout(guide)).hasSize(5).allSatisfy(request -> {
            assertThat(request.id()).isEqualTo(requestsAbout(guide).get(0).id());
            assertThat(request.body()).isEqualTo(requestsAbout(guide).get(0).body());
            assertThat(request.headers().get("webhook-signature"))
                    .isEqualTo(new SigningSecret(webhook.secret)
                            .sign(
                                    request.id(),
                                    Long.parseLong(request.headers().get("webhook-timestamp")),
                                    request.body()));
        });
        assertThat(webhook.get().getInt("setAside")).isZero();
        assertThat(webhook.deliveries("set-aside")).isEmpty();
        QuarkusTransaction.requiringNew().run(maintenance::refresh);
        assertThat(meters.get("putokaz.webhooks.set.aside").gauge().value()).isZero();
    }

    @Test
    void aReceiverThatRefusesEverythingGetsEverythingLaterAndInOrder() {
        RegisteredWebhook webhook = fixture.verified(EVENTS_AND_GUIDES);
        fixture.publish("Пре");
        webhook.awaitCaughtUp();
        receiver.respondToChangesWith(request -> Reply.of("500 Oh", ""));
        UUID first = fixture.publish("Прво");
        UUID second = fixture.publish("Друго");
        for (int failures = 1; failures <= 5; failures++) {
            webhook.awaitFailures(failures);
            SettableClock.advance(Duration.ofHours(7));
        }
        webhook.awaitFailures(6);
        RegisteredWebhook.awaitUntil(
                "a refused control after each refusal from the third on",
                () -> webhook.deliveries("failed").stream()
                                .filter(control -> !((List<?>) control.get("attempts")).isEmpty())
                                .count()
                        == 4);
        assertThat(webhook.deliveries("set-aside")).isEmpty();
        assertThat(requestsAbout(second)).isEmpty();
        int before = receiver.changes().size();
        receiver.respondWith(Reply::echo);
        SettableClock.advance(Duration.ofDays(1));
        webhook.awaitCaughtUp();

        assertThat(receiver.changes().subList(before, receiver.changes().size()).stream()
                        .map(ReceivedRequest::entry))
                .containsExactly(first.toString(), second.toString());
    }

    @Test
    void severalRefusedChangesInARowAreSetAsideOneAfterTheOther() {
        RegisteredWebhook webhook = fixture.verified(EVENTS_AND_GUIDES);
        fixture.publish("Пре");
        webhook.awaitCaughtUp();
        UUID first = publishRefusedGuide();
        UUID second = publishRefusedGuide();
        UUID after = fixture.publish("После");
        awaitThirdRefusal(webhook);
        webhook.awaitSetAside(1);
        assertThat(requestsAbout(after)).isEmpty();
        awaitThirdRefusal(webhook);
        webhook.awaitCaughtUp();

        assertThat(requestsAbout(after)).hasSize(1);
        assertThat(webhook.deliveries("set-aside").stream().map(delivery -> delivery.get("entry")))
                .containsExactly(second.toString(), first.toString());
    }

    /** The control is then an entry that the receiver has from its snapshot. */
    @Test
    void theFirstChangeOfAWebhookCanBeSetAside() {
        RegisteredWebhook webhook = fixture.verified(EVENTS_AND_GUIDES);
        publishRefusedGuide();
        awaitThirdRefusal(webhook);
        webhook.awaitSetAside(1);

        assertThat(webhook.get().getLong("behind")).isZero();
        assertThat(webhook.deliveries("delivered").get(0)).containsEntry("kind", "control");
    }

    @Test
    void whatIsSetAsideIsTriedAgainByItselfAndWhenTheWebhookIsResumed() {
        RegisteredWebhook webhook = fixture.verified(EVENTS_AND_GUIDES);
        fixture.publish("Пре");
        webhook.awaitCaughtUp();
        UUID first = publishRefusedGuide();
        awaitThirdRefusal(webhook);
        webhook.awaitSetAside(1);
        SettableClock.advance(Duration.ofHours(1));
        awaitRequests(4, () -> requestsAbout(first));
        RegisteredWebhook.awaitUntil(
                "the fourth refusal",
                () -> ((List<?>) webhook.deliveries("set-aside").get(0).get("attempts")).size() == 4);
        assertThat(webhook.get().getInt("failures")).isZero();
        refusedEntries.clear();
        webhook.post("/resume");
        webhook.awaitSetAside(0);

        assertThat(requestsAbout(first)).hasSize(5);
        assertThat(webhook.get().getLong("position"))
                .isLessThan(requestsAbout(first).get(0).position());
    }

    @Test
    void aLaterChangeOfTheEntryTakesThePlaceOfTheOneSetAside() {
        RegisteredWebhook webhook = fixture.verified(EVENTS_AND_GUIDES);
        fixture.publish("Пре");
        webhook.awaitCaughtUp();
        UUID guide = publishRefusedGuide();
        awaitThirdRefusal(webhook);
        webhook.awaitSetAside(1);
        String setAside = (String) webhook.deliveries("set-aside").get(0).get("id");
        refusedEntries.clear();
        fixture.publishGuide(guide, "Мали водич");
        webhook.awaitSetAside(0);
        webhook.awaitCaughtUp();

        assertThat(webhook.deliveries("superseded").get(0)).containsEntry("id", setAside);
        assertThat(webhook.post("/deliveries/" + setAside + "/replay").statusCode())
                .isEqualTo(409);
        // Nothing is due any more, so the outdated state is not sent.
        SettableClock.advance(Duration.ofDays(2));
        fixture.publish("После");
        webhook.awaitCaughtUp();
        assertThat(requestsAbout(guide)).hasSize(4);
    }

    @Test
    void aMajorChangeThatIsSetAsideIsNotLostWhenAMinorOneFollows() {
        RegisteredWebhook webhook = fixture.verified(EVENTS_AND_GUIDES, "'importance': 'major'");
        fixture.publish("Пре");
        webhook.awaitCaughtUp();
        UUID guide = publishRefusedGuide();
        awaitThirdRefusal(webhook);
        webhook.awaitSetAside(1);
        webhook.awaitCaughtUp();
        refusedEntries.clear();
        StoreChange.Publish<?> change = (StoreChange.Publish<?>) scratch.change(
                ScratchEntries.GUIDES, guide, ScratchEntries.slug("hook"), WebhookFixture.guide("Исправљен"));
        scratch.apply(asMinor(change));
        webhook.awaitCaughtUp();

        assertThat(requestsAbout(guide)).hasSize(4);
        assertThat(requestsAbout(guide)
                        .get(3)
                        .json()
                        .at("/data/change/importance")
                        .asText())
                .isEqualTo("major");
    }

    private static <C extends Record> StoreChange asMinor(StoreChange.Publish<C> change) {
        return new StoreChange.Publish<>(
                change.family(), change.id(), change.slug(), change.content(), Importance.MINOR, change.note());
    }

    @Test
    void whatIsSetAsideIsKeptUntilItIsOver() {
        RegisteredWebhook webhook = fixture.verified(EVENTS_AND_GUIDES);
        fixture.publish("Пре");
        webhook.awaitCaughtUp();
        publishRefusedGuide();
        awaitThirdRefusal(webhook);
        webhook.awaitSetAside(1);
        SettableClock.advance(Duration.ofDays(40));
        maintenance.deleteExpiredDeliveries();

        assertThat(webhook.deliveries("set-aside")).hasSize(1);
        assertThat(webhook.deliveries("delivered")).isEmpty();
    }

    @Test
    void whoContinuesFromASnapshotHasNothingSetAside() {
        RegisteredWebhook webhook = fixture.verified(EVENTS_AND_GUIDES);
        fixture.publish("Пре");
        webhook.awaitCaughtUp();
        publishRefusedGuide();
        awaitThirdRefusal(webhook);
        webhook.awaitSetAside(1);
        String token = FeedReader.endToken("");
        assertThat(webhook.post("/replay", "{'since': '" + token + "'}").statusCode())
                .isEqualTo(200);

        assertThat(webhook.get().getInt("setAside")).isZero();
    }
}
