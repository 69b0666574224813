package org.putokaz.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.consistency.ScratchDatabase;
import org.putokaz.live.write.StoreChange;
import org.putokaz.sync.ReadFeed;
import org.putokaz.webhook.Receiver.Received;

/** A partner hears of what was published, in order, signed, and of nothing else. */
@DatabaseTest
@TestProfile(Apart.class)
class DeliveriesOfChangesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVENTS = "'families': ['history-events']";

    @Inject
    ScratchDatabase scratch;

    private final Receiver receiver = new Receiver();
    private final List<Hook> hooks = new ArrayList<>();

    @AfterEach
    void clear() {
        hooks.forEach(Hook::delete);
        receiver.close();
        scratch.clear();
    }

    private Hook verified(Receiver at, String... more) {
        Hook hook = Hook.verified(at, more);
        hooks.add(hook);
        return hook;
    }

    private UUID event(String title) {
        return scratch.publish(ScratchDatabase.EVENTS, ScratchDatabase.slug("hook"), saying(title));
    }

    private static String saying(String title) {
        return ScratchDatabase.event("'body': {'sr-Cyrl': '" + title + "'}");
    }

    private void change(UUID id, String slug, String title, Importance importance) {
        StoreChange.Publish<?> change =
                (StoreChange.Publish<?>) scratch.change(ScratchDatabase.EVENTS, id, slug, saying(title));
        scratch.apply(with(change, importance));
    }

    private static <C extends Record> StoreChange with(StoreChange.Publish<C> change, Importance importance) {
        return new StoreChange.Publish<>(
                change.family(), change.id(), change.slug(), change.content(), importance, change.note());
    }

    private void until(int changes) {
        Hook.until(changes + " changes", () -> receiver.changes().size() >= changes);
    }

    private static void assertSigned(Received request, String secret) {
        Map<String, List<String>> headers = new HashMap<>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        try {
            new Webhook(secret)
                    .verify(
                            new String(request.body(), StandardCharsets.UTF_8),
                            HttpHeaders.of(headers, (name, value) -> true));
        } catch (Exception refused) {
            throw new AssertionError("The signature is not accepted", refused);
        }
    }

    @Test
    void changesComeInOrderEachWithThePositionBeforeAndASignature() {
        Hook hook = verified(receiver, EVENTS);
        long start = hook.get().getLong("position");
        for (int i = 0; i < 8; i++) {
            event("Догађај " + i);
        }
        until(8);

        List<Received> changes = receiver.changes();
        assertThat(changes).hasSize(8);
        assertThat(changes.stream().map(Received::position)).isSorted().doesNotHaveDuplicates();
        assertThat(changes.get(0).previous()).isEqualTo(start);
        for (int i = 1; i < 8; i++) {
            assertThat(changes.get(i).previous()).isEqualTo(changes.get(i - 1).position());
        }
        assertThat(changes.stream().map(Received::id)).doesNotHaveDuplicates();
        assertThat(changes).allSatisfy(change -> assertSigned(change, hook.secret));
        assertThat(changes)
                .allSatisfy(change -> assertThat(change.headers())
                        .containsEntry("content-type", "application/json")
                        .containsEntry("user-agent", "Putokaz"));
        hook.caughtUp();
        assertThat(hook.get().getLong("position")).isEqualTo(changes.get(7).position());
    }

    @Test
    void aDeliveryHoldsWhatTheFeedHolds() throws Exception {
        verified(receiver, EVENTS);
        UUID id = event("Исто");
        until(1);
        Received change = receiver.changes().get(0);

        JsonNode same = ReadFeed.toItsEnd("&family=history-events").changeOf(id.toString());

        assertThat(change.type()).isEqualTo("entry.published");
        assertThat(change.json().at("/data/change")).isEqualTo(same);
        assertThat(change.json().path("timestamp")).isEqualTo(same.path("publishedAt"));
        assertThat(change.json().at("/data/feed").asText()).isNotBlank();
    }

    @Test
    void aWithdrawalComesWithItsReasonAndWithoutContent() {
        UUID id = event("Повучено");
        verified(receiver, "'importance': 'major'");
        scratch.withdraw(id, WithdrawalReason.SAFETY);
        until(1);

        Received change = receiver.changes().get(0);
        assertThat(change.type()).isEqualTo("entry.withdrawn");
        assertThat(change.json().at("/data/change/op").asText()).isEqualTo("remove");
        assertThat(change.json().at("/data/change/reason").asText()).isEqualTo("safety");
        assertThat(change.json().at("/data/change/content").isNull()).isTrue();
    }

    @Test
    void anEndpointHearsOfItsFamiliesAlone() {
        Receiver units = new Receiver();
        Hook ofUnits = verified(units, "'families': ['organisational-units']");
        Hook ofEvents = verified(receiver, EVENTS);
        event("Само овде");
        scratch.publish(ScratchDatabase.UNITS, ScratchDatabase.slug("hook"), ScratchDatabase.unit());
        event("И ово");
        until(2);
        Hook.until("the unit", () -> units.changes().size() == 1);
        ofUnits.caughtUp();
        ofEvents.caughtUp();

        assertThat(receiver.changes())
                .hasSize(2)
                .allSatisfy(change -> assertThat(
                                change.json().at("/data/change/family").asText())
                        .isEqualTo("history-events"));
        assertThat(units.changes()).hasSize(1);
        units.close();
    }

    @Test
    void whoWantsMajorChangesAloneIsNotToldOfMinorOnes() {
        UUID id = event("Прво");
        String slug = ScratchDatabase.slug("hook");
        Hook hook = verified(receiver, EVENTS, "'importance': 'major'");
        change(id, slug, "Прво.", Importance.MINOR);
        hook.caughtUp();
        change(id, slug, "Друго", Importance.MAJOR);
        until(1);
        // What has come in need not be acknowledged yet, and until then the entry's next change is major to the
        // endpoint.
        hook.caughtUp();
        change(id, slug, "Друго.", Importance.MINOR);
        hook.caughtUp();

        assertThat(receiver.changes()).hasSize(1);
        assertThat(receiver.changes()
                        .get(0)
                        .json()
                        .at("/data/change/content/body/sr-Cyrl")
                        .asText())
                .isEqualTo("Друго");
    }

    /** It has moved past the place where its major change stood, and past others that are sent first. */
    @Test
    void aMajorChangeIsNotPassedOverBecauseAMinorOneFollowedIt() {
        Hook hook = verified(receiver, EVENTS, "'importance': 'major'");
        assertThat(hook.post("/pause").statusCode()).isEqualTo(200);
        String slug = ScratchDatabase.slug("hook");
        UUID first = scratch.publish(ScratchDatabase.EVENTS, slug, saying("Број"));
        UUID second = event("Други");
        change(first, slug, "Број.", Importance.MINOR);
        hook.post("/resume");
        until(2);

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
        String token = ReadFeed.end("");
        event("Раније");
        event("Такође");
        verified(receiver, "'since': '" + token + "'", EVENTS);
        until(2);

        assertThat(receiver.changes()).hasSize(2);
    }

    @Test
    void whileItIsPausedNothingIsSentAndNothingIsLost() {
        Hook hook = verified(receiver, EVENTS);
        long start = hook.get().getLong("position");
        hook.post("/pause");
        event("Један");
        event("Два");
        Receiver other = new Receiver();
        verified(other, EVENTS);
        event("Три");
        Hook.until("the other", () -> other.changes().size() == 1);
        assertThat(receiver.changes()).isEmpty();
        hook.post("/resume");
        until(3);

        assertThat(LongStream.range(0, 3)
                        .mapToObj(i -> receiver.changes().get((int) i).previous()))
                .containsExactly(
                        start,
                        receiver.changes().get(0).position(),
                        receiver.changes().get(1).position());
        other.close();
    }
}
