package org.putokaz.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.fixture.SettableClock;
import org.putokaz.fixture.Tokens;
import org.putokaz.http.RawHttp;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.signing.SigningKeyFixture;

/** Snapshots and bundles that are downloaded while content is published and withdrawn. */
@DatabaseTest
@TestProfile(Apart.class)
class DownloadsDuringPublicationTest {

    private static final String SNAPSHOT = "/api/v1/snapshot";
    private static final String BUNDLE = "/api/v1/bundle?lang=sr-Cyrl";

    @Inject
    ScratchEntries scratch;

    @Inject
    SigningKeyFixture keys;

    @AfterEach
    void clear() {
        SettableClock.run();
        scratch.withdrawAll();
    }

    private static List<String> bundled(String family) {
        return ParsedSnapshot.parseJson(given().get(BUNDLE).asString())
                .get(family)
                .findValuesAsText("id");
    }

    @Test
    void aPublicationIsInTheNextDownloadAndAWithdrawalIsNot() {
        UUID event = scratch.publish(ScratchEntries.EVENTS, ScratchEntries.slug("snimak"), ScratchEntries.event());
        assertThat(ParsedSnapshot.download("").entries()).containsKey(event.toString());
        assertThat(bundled(ScratchEntries.EVENTS)).contains(event.toString());

        scratch.withdraw(event, WithdrawalReason.SAFETY);
        assertThat(RawHttp.get(SNAPSHOT).text()).doesNotContain(event.toString());
        assertThat(RawHttp.get(BUNDLE).text()).doesNotContain(event.toString());
        assertThat(RawHttp.get(SNAPSHOT).text()).doesNotContain("withdrawn");
    }

    @Test
    void aDownloadIsResumedAlthoughSomethingWasPublished() {
        RawHttp.Response whole = RawHttp.get(SNAPSHOT);
        scratch.publish(ScratchEntries.EVENTS, ScratchEntries.slug("nastavak"), ScratchEntries.event());
        assertThat(RawHttp.get(SNAPSHOT).header("ETag")).isNotEqualTo(whole.header("ETag"));

        RawHttp.Response rest = RawHttp.get(SNAPSHOT, "Range: bytes=500-", "If-Range: " + whole.header("ETag"));
        assertThat(rest.status()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 500, whole.body().length));
        assertThat(rest.header("X-JWS-Signature")).isEqualTo(whole.header("X-JWS-Signature"));
    }

    @Test
    void aDownloadIsNotResumedAfterAWithdrawal() {
        UUID event = scratch.publish(ScratchEntries.EVENTS, ScratchEntries.slug("tajna"), ScratchEntries.event());
        RawHttp.Response whole = RawHttp.get(SNAPSHOT);
        assertThat(whole.text()).contains(event.toString());
        scratch.withdraw(event, WithdrawalReason.SAFETY);
        RawHttp.get(SNAPSHOT);

        RawHttp.Response rest = RawHttp.get(SNAPSHOT, "Range: bytes=1-", "If-Range: " + whole.header("ETag"));

        assertThat(rest.status()).isEqualTo(200);
        assertThat(rest.text()).doesNotContain(event.toString());
    }

    @Test
    void everyDownloadIsConsistentWhileFourThreadsPublish() throws Exception {
        ExecutorService editors = Executors.newFixedThreadPool(4);
        AtomicBoolean stop = new AtomicBoolean();
        List<Future<?>> work = new ArrayList<>();
        Map<String, String> pairs = new HashMap<>();
        try {
            for (int i = 0; i < 4; i++) {
                UUID one = Publishing.newId();
                UUID other = Publishing.newId();
                pairs.put(one.toString(), other.toString());
                String slug = ScratchEntries.slug("blizanci");
                work.add(editors.submit(() -> publishPairs(one, other, slug, stop)));
            }
            for (int i = 0; i < 15; i++) {
                ParsedSnapshot snapshot = ParsedSnapshot.download("?family=history-events");
                assertEqualTitles(snapshot.entries(), pairs, "sr-Cyrl");
                JsonNode bundle = ParsedSnapshot.parseJson(RawHttp.get(BUNDLE).text());
                Map<String, JsonNode> events = new TreeMap<>();
                bundle.get(ScratchEntries.EVENTS)
                        .forEach(event -> events.put(event.get("id").asText(), event));
                assertEqualTitles(events, pairs, null);
            }
        } finally {
            stop.set(true);
            editors.shutdown();
        }
        for (Future<?> one : work) {
            one.get(1, TimeUnit.MINUTES);
        }
        assertChangesLeadToTheNextSnapshot();
    }

    /** Publishes two entries with equal titles in one transaction, again and again. */
    private void publishPairs(UUID one, UUID other, String slug, AtomicBoolean stop) {
        for (int i = 1; i <= 200 && !stop.get(); i++) {
            String title = "'title': {'sr-Cyrl': 'Број " + i + "'}";
            scratch.apply(
                    scratch.change(ScratchEntries.EVENTS, one, slug + "-a", ScratchEntries.event(title)),
                    scratch.change(ScratchEntries.EVENTS, other, slug + "-b", ScratchEntries.event(title)));
        }
    }

    private static void assertEqualTitles(Map<String, JsonNode> entries, Map<String, String> pairs, String language) {
        String title = language == null ? "/title" : "/content/title/" + language;
        pairs.forEach((one, other) -> {
            assertThat(entries.containsKey(one)).isEqualTo(entries.containsKey(other));
            if (entries.containsKey(one)) {
                assertThat(entries.get(one).at(title))
                        .isEqualTo(entries.get(other).at(title));
            }
        });
    }

    /** A snapshot with the changes after it applied equals the next snapshot. */
    private void assertChangesLeadToTheNextSnapshot() {
        ParsedSnapshot snapshot = ParsedSnapshot.download("");
        UUID late = scratch.publish(ScratchEntries.EVENTS, ScratchEntries.slug("kasnije"), ScratchEntries.event());
        scratch.withdraw(late, WithdrawalReason.ERROR);
        UUID last = scratch.publish(ScratchEntries.EVENTS, ScratchEntries.slug("poslednje"), ScratchEntries.event());
        Map<String, JsonNode> updated = new TreeMap<>(snapshot.entries());
        JsonNode changes = ParsedSnapshot.parseJson(given().get("/api/v1/changes?limit=1000&since=" + snapshot.next())
                        .asString())
                .get("changes");
        for (JsonNode change : changes) {
            if (change.get("op").asText().equals("remove")) {
                updated.remove(change.get("id").asText());
            } else {
                updated.put(change.get("id").asText(), change.get("content"));
            }
        }
        ParsedSnapshot now = ParsedSnapshot.download("");
        assertThat(now.entries().keySet()).isEqualTo(updated.keySet()).contains(last.toString());
        assertThat(now.entries().get(last.toString()).get("content")).isEqualTo(updated.get(last.toString()));
    }

    @Test
    void aChannelIsInTheBundleOnTheDaysOnWhichItMayBeUsed() {
        ZoneId zone = ZoneId.of("Europe/Belgrade");
        LocalDate day = LocalDate.now(zone).plusDays(10);
        UUID channel = scratch.publish(
                ScratchEntries.CHANNELS,
                ScratchEntries.slug("privremena"),
                ScratchEntries.channel(
                        UUID.fromString(Center.CENTER),
                        "phone",
                        "011 311 0500",
                        "'availableFrom': '" + day + "'",
                        "'availableUntil': '" + day + "'"));
        Instant midnight = day.atStartOfDay(zone).toInstant();

        SettableClock.set(midnight.minusSeconds(20));
        assertThat(bundled(ScratchEntries.CHANNELS)).doesNotContain(channel.toString());
        assertThat(RawHttp.get(BUNDLE).header("Cache-Control")).isEqualTo("public, max-age=20");
        SettableClock.set(midnight.plusSeconds(1));
        assertThat(bundled(ScratchEntries.CHANNELS)).contains(channel.toString());
        SettableClock.set(midnight.plus(Duration.ofDays(1)));
        assertThat(bundled(ScratchEntries.CHANNELS)).doesNotContain(channel.toString());
        assertThat(ParsedSnapshot.download("").entries()).containsKey(channel.toString());
    }

    @Test
    void theSameBytesAreSignedByTheNewKeyOnceItSignsAndTheOldSignatureHolds() throws Exception {
        keys.backUp();
        try {
            RawHttp.Response before = RawHttp.get(BUNDLE);
            RawHttp.Response snapshot = RawHttp.get(SNAPSHOT);
            assertThat(Tokens.asAdmin().post("/editorial/v1/signing-keys").statusCode())
                    .isEqualTo(201);
            assertThat(RawHttp.get(SNAPSHOT).header("X-JWS-Signature")).isEqualTo(snapshot.header("X-JWS-Signature"));
            SettableClock.set(Instant.now().plus(Duration.ofHours(25)));
            RawHttp.Response after = RawHttp.get(SNAPSHOT);

            assertThat(after.body()).isEqualTo(snapshot.body());
            assertThat(after.header("X-JWS-Signature")).isNotEqualTo(snapshot.header("X-JWS-Signature"));
            assertThat(SigningKeyFixture.isValid(after.header("X-JWS-Signature")))
                    .isTrue();
            assertThat(SigningKeyFixture.isValid(snapshot.header("X-JWS-Signature")))
                    .isTrue();
            assertThat(SigningKeyFixture.isValid(before.header("X-JWS-Signature"), before.body()))
                    .isTrue();
        } finally {
            keys.restore();
        }
    }
}
