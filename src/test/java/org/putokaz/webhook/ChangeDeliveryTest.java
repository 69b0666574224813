package org.putokaz.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.write.StoreChange;
import org.putokaz.sync.FeedReader;
import org.putokaz.webhook.WebhookReceiver.ReceivedRequest;

/** A webhook receives the published changes that it wants, in order and signed, and nothing else. */
@DatabaseTest
@TestProfile(Apart.class)
class ChangeDeliveryTest {

    @Inject
    ScratchEntries scratch;

    private WebhookFixture fixture;
    private WebhookReceiver receiver;

    @BeforeEach
    void setUp() {
        fixture = new WebhookFixture(scratch);
        receiver = fixture.receiver;
    }

    @AfterEach
    void tearDown() {
        fixture.close();
    }

    private void change(UUID id, String slug, String title, Importance importance) {
        StoreChange.Publish<?> change =
                (StoreChange.Publish<?>) scratch.change(ScratchEntries.EVENTS, id, slug, WebhookFixture.event(title));
        scratch.apply(withImportance(change, importance));
    }

    private static <C extends Record> StoreChange withImportance(StoreChange.Publish<C> change, Importance importance) {
        return new StoreChange.Publish<>(
                change.family(), change.id(), change.slug(), change.content(), importance, change.note());
    }

    @Test
    void changesComeInOrderEachWithThePositionBeforeAndASignature() {
        RegisteredWebhook webhook = fixture.verified(WebhookFixture.EVENTS);
        long start = webhook.get().getLong("position");
        for (int i = 0; i < 8; i++) {
            fixture.publish("Догађај " + i);
        }
        fixture.awaitChanges(8);

        List<ReceivedRequest> changes = receiver.changes();
        assertThat(changes).hasSize(8);
        assertThat(changes.stream().map(ReceivedRequest::position)).isSorted().doesNotHaveDuplicates();
        assertThat(changes.get(0).previousPosition()).isEqualTo(start);
        for (int i = 1; i < 8; i++) {
            assertThat(changes.get(i).previousPosition())
                    .isEqualTo(changes.get(i - 1).position());
        }
        assertThat(changes.stream().map(ReceivedRequest::id)).doesNotHaveDuplicates();
        assertThat(changes)
                .allSatisfy(change ->
                        assertThat(change.isSignedWith(webhook.secret)).isTrue());
        assertThat(changes)
                .allSatisfy(change -> assertThat(change.headers())
                        .containsEntry("content-type", "application/json")
                        .containsEntry("user-agent", "Putokaz"));
        webhook.awaitCaughtUp();
        assertThat(webhook.get().getLong("position")).isEqualTo(changes.get(7).position());
    }

    @Test
    void aDeliveryHoldsWhatTheFeedHolds() throws Exception {
        fixture.verified(WebhookFixture.EVENTS);
        UUID id = fixture.publish("Исто");
        fixture.awaitChanges(1);
        ReceivedRequest change = receiver.changes().get(0);

        JsonNode same = FeedReader.readToEnd("&family=history-events").changeOf(id.toString());

        assertThat(change.type()).isEqualTo("entry.published");
        assertThat(change.json().at("/data/change")).isEqualTo(same);
        assertThat(change.json().path("timestamp")).isEqualTo(same.path("publishedAt"));
        assertThat(change.json().at("/data/feed").asText()).isNotBlank();
    }

    @Test
    void aWithdrawalComesWithItsReasonAndWithoutContent() {
        UUID id = fixture.publish("Повучено");
        fixture.verified("'importance': 'major'");
        scratch.withdraw(id, WithdrawalReason.SAFETY);
        fixture.awaitChanges(1);

        ReceivedRequest change = receiver.changes().get(0);
        assertThat(change.type()).isEqualTo("entry.withdrawn");
        assertThat(change.json().at("/data/change/op").asText()).isEqualTo("remove");
        assertThat(change.json().at("/data/change/reason").asText()).isEqualTo("safety");
        assertThat(change.json().at("/data/change/content").isNull()).isTrue();
    }

    @Test
    void anEndpointReceivesTheChangesOfItsFamiliesAlone() {
        WebhookReceiver units = new WebhookReceiver();
        RegisteredWebhook unitWebhook = fixture.verifiedAt(units, "'families': ['organisational-units']");
        RegisteredWebhook eventWebhook = fixture.verified(WebhookFixture.EVENTS);
        fixture.publish("Само овде");
        scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("hook"), ScratchEntries.unit());
        fixture.publish("И ово");
        fixture.awaitChanges(2);
        RegisteredWebhook.awaitUntil("the unit", () -> units.changes().size() == 1);
        unitWebhook.awaitCaughtUp();
        eventWebhook.awaitCaughtUp();

        assertThat(receiver.changes())
                .hasSize(2)
                .allSatisfy(change -> assertThat(
                                change.json().at("/data/change/family").asText())
                        .isEqualTo("history-events"));
        assertThat(units.changes()).hasSize(1);
        units.close();
    }

    @Test
    void anEndpointForMajorChangesReceivesNoMinorOnes() {
        UUID id = fixture.publish("Прво");
        String slug = ScratchEntries.slug("hook");
        RegisteredWebhook webhook = fixture.verified(WebhookFixture.EVENTS, "'importance': 'major'");
        change(id, slug, "Прво.", Importance.MINOR);
        webhook.awaitCaughtUp();
        change(id, slug, "Друго", Importance.MAJOR);
        fixture.awaitChanges(1);
        // Until the received change is acknowledged, the next change of the entry is major for the endpoint.
        webhook.awaitCaughtUp();
        change(id, slug, "Друго.", Importance.MINOR);
        webhook.awaitCaughtUp();

        assertThat(receiver.changes()).hasSize(1);
        assertThat(receiver.changes().get(0).contentBody()).isEqualTo("Друго");
    }

    /** The minor change moves the entry past its major change, and past other entries, which are sent first. */
    @Test
    void aMajorChangeIsNotPassedOverBecauseAMinorOneFollowedIt() {
        RegisteredWebhook webhook = fixture.verified(WebhookFixture.EVENTS, "'importance': 'major'");
        assertThat(webhook.post("/pause").statusCode()).isEqualTo(200);
        String slug = ScratchEntries.slug("hook");
        UUID first = fixture.publish(Publishing.newId(), slug, "Број");
        UUID second = fixture.publish("Други");
        change(first, slug, "Број.", Importance.MINOR);
        webhook.post("/resume");
        fixture.awaitChanges(2);

        assertThat(receiver.changes().stream()
                        .map(change -> change.json().at("/data/change/id").asText()))
                .containsExactly(second.toString(), first.toString());
        assertThat(receiver.changes()
                        .get(1)
                        .json()
                        .at("/data/change/importance")
                        .asText())
                .isEqualTo("major");
    }

    @Test
    void whatWasPublishedBeforeIsSentFromATokenOn() {
        String token = FeedReader.endToken("");
        fixture.publish("Раније");
        fixture.publish("Такође");
        fixture.verified("'since': '" + token + "'", WebhookFixture.EVENTS);
        fixture.awaitChanges(2);

        assertThat(receiver.changes()).hasSize(2);
    }

    @Test
    void whileItIsPausedNothingIsSentAndNothingIsLost() {
        RegisteredWebhook webhook = fixture.verified(WebhookFixture.EVENTS);
        long start = webhook.get().getLong("position");
        webhook.post("/pause");
        fixture.publish("Један");
        fixture.publish("Два");
        WebhookReceiver other = new WebhookReceiver();
        fixture.verifiedAt(other, WebhookFixture.EVENTS);
        fixture.publish("Три");
        RegisteredWebhook.awaitUntil("the other", () -> other.changes().size() == 1);
        assertThat(receiver.changes()).isEmpty();
        webhook.post("/resume");
        fixture.awaitChanges(3);

        assertThat(LongStream.range(0, 3)
                        .mapToObj(i -> receiver.changes().get((int) i).previousPosition()))
                .containsExactly(
                        start,
                        receiver.changes().get(0).position(),
                        receiver.changes().get(1).position());
        other.close();
    }
}
