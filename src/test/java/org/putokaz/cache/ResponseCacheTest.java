package org.putokaz.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Await;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.fixture.SettableClock;
import org.putokaz.http.RawHttp;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.live.feed.FeedNotifier;
import org.putokaz.live.feed.FeedPosition;
import org.putokaz.live.feed.ScheduledChanges;

/** Response cache over HTTP: keys, eligibility of requests, invalidation, lifetime and single flight. */
@DatabaseTest
@TestProfile(Apart.class)
class ResponseCacheTest {

    private static final String EVENTS = "/api/v1/history-events";
    private static final String GUIDES = "/api/v1/help-guides";

    @Inject
    ScratchEntries scratch;

    @Inject
    ScheduledChanges scheduledChanges;

    @Inject
    MeterRegistry meters;

    @Inject
    FeedNotifier feedNotifier;

    @Inject
    ChangeFeed feed;

    @AfterEach
    void clear() {
        SettableClock.run();
        scratch.withdrawAll();
    }

    private double count(String outcome) {
        return meters.get("putokaz.cache.answers")
                .tag("outcome", outcome)
                .functionCounter()
                .count();
    }

    @Test
    void aResponseInAnotherLanguageThanThatOfItsKeyIsNotStored() {
        String path = GUIDES + "?limit=78&l%61ng=en";
        double misses = count("made");
        for (int i = 0; i < 3; i++) {
            assertThat(RawHttp.get(path, "Accept-Language: sr-Latn").header("Content-Language"))
                    .isEqualTo("en");
        }
        assertThat(count("made") - misses).isEqualTo(3);
    }

    @Test
    void aThousandSpellingsOfAcceptLanguageShareThreeResponses() {
        String path = EVENTS + "?limit=" + 41;
        double misses = count("made");
        for (int i = 0; i < 1000; i++) {
            String wish = List.of("en", "sr-Latn", "sr").get(i % 3) + ", fr-x" + i + ";q=0.1";
            assertThat(RawHttp.get(path, "Accept-Language: " + wish).status()).isEqualTo(200);
        }
        assertThat(count("made") - misses).isEqualTo(3);
    }

    @Test
    void anIdInUpperCaseIsAnsweredFromTheSameResponseAsInLowerCase() {
        String path = "/api/v1/organisational-units/%s?fields=id,slug&lang=en";
        String list = "/api/v1/contact-channels?limit=43&unit=%s";
        String upper = Center.CENTER.toUpperCase(Locale.ROOT);
        double misses = count("made");
        RawHttp.Response first = RawHttp.get(path.formatted(upper));
        assertThat(first.status()).isEqualTo(200);
        assertThat(RawHttp.get(path.formatted(Center.CENTER)).text()).isEqualTo(first.text());
        for (String id : List.of(upper, Center.CENTER)) {
            assertThat(RawHttp.get(list.formatted(id)).header("Content-Location"))
                    .isEqualTo(list.formatted(Center.CENTER) + "&lang=sr-Cyrl");
        }
        assertThat(count("made") - misses).isEqualTo(2);
    }

    @Test
    void whereTheUrlNamesTheLanguageTheHeaderSplitsNothing() {
        String path = EVENTS + "?limit=42&lang=en";
        double misses = count("made");
        RawHttp.Response first = RawHttp.get(path, "Accept-Language: sr");
        RawHttp.Response second = RawHttp.get(path, "Accept-Language: en-GB");
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(count("made") - misses).isEqualTo(1);
    }

    @Test
    void aRequestWithCredentialsIsNotServedFromTheCache() {
        assertThat(RawHttp.get(EVENTS).status()).isEqualTo(200);
        assertThat(RawHttp.get(EVENTS, "Authorization: Bearer nonsense").status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/xml, text/html;q=0.3"})
    void aClientThatDoesNotAcceptJsonGets406(String accept) {
        assertThat(RawHttp.get(EVENTS).status()).isEqualTo(200);
        assertThat(RawHttp.get(EVENTS, "Accept: " + accept).status()).isEqualTo(406);
    }

    @Test
    void aRequestWithABodyBypassesTheCache() {
        RawHttp.get(EVENTS);
        double hits = count("kept");
        assertThat(RawHttp.get(EVENTS, "Content-Length: 99999999").status()).isEqualTo(413);
        assertThat(count("kept")).isEqualTo(hits);
        assertThat(RawHttp.get(EVENTS, "Content-Length: 0").status()).isEqualTo(200);
        assertThat(count("kept")).isEqualTo(hits + 1);
    }

    @Test
    void aCachedResponseSupportsConditionalAndHeadRequests() {
        RawHttp.Response made = RawHttp.get(EVENTS + "?limit=43");
        double hits = count("kept");
        RawHttp.Response again = RawHttp.get(EVENTS + "?limit=43");
        RawHttp.Response head = RawHttp.head(EVENTS + "?limit=43");
        RawHttp.Response coded = RawHttp.get(EVENTS + "?limit=43", "Accept-Encoding: br, gzip");
        RawHttp.Response unchanged = RawHttp.get(EVENTS + "?limit=43", "If-None-Match: \"x\", " + made.header("ETag"));
        assertThat(count("kept") - hits).isEqualTo(4);

        assertThat(again.text()).isEqualTo(made.text());
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo(String.valueOf(made.body().length));
        assertThat(coded.decompressed()).isEqualTo(made.text());
        assertThat(coded.header("ETag")).isNotEqualTo(made.header("ETag"));
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
    }

    @Test
    void aChangeShowsAtOnceAndUnaffectedResponsesStayCached() throws Exception {
        UUID id = scratch.publish(ScratchEntries.EVENTS, ScratchEntries.slug("kes"), ScratchEntries.event());
        RawHttp.get(EVENTS + "/" + id);
        RawHttp.get(GUIDES);
        scratch.publish(
                ScratchEntries.EVENTS,
                id,
                ScratchEntries.slug("kes"),
                ScratchEntries.event("'title': {'sr-Cyrl': 'Друкчије'}"));
        assertThat(RawHttp.get(EVENTS + "/" + id).text()).contains("Друкчије");

        awaitCached(GUIDES);
        scratch.withdraw(id, WithdrawalReason.WITHDRAWN);
        assertThat(RawHttp.get(EVENTS + "/" + id).status()).isEqualTo(410);
    }

    /** By the publication listener alone: this tracker never catches up from the database. */
    @Test
    void aPublicationListenerKnowsAChangeBeforeThePositionMoves() {
        UUID id = scratch.publish(ScratchEntries.EVENTS, ScratchEntries.slug("kes"), ScratchEntries.event());
        ChangeTracker tracker = new ChangeTracker(feedNotifier, feed);
        feedNotifier.addPublicationListener(tracker);
        FeedPosition before = feedNotifier.feedPosition();
        scratch.publish(ScratchEntries.EVENTS, id, ScratchEntries.slug("kes"), ScratchEntries.event("'sortOrder': 5"));

        assertThat(feedNotifier.position()).isGreaterThan(before.position());
        assertThat(tracker.isCurrent(before, new ResponseDependencies(ScratchEntries.GUIDES, null)))
                .isTrue();
        assertThat(tracker.isCurrent(before, new ResponseDependencies(ScratchEntries.EVENTS, id)))
                .isFalse();
    }

    @Test
    void aResponseOfOneEntryStaysCachedWhileOthersOfItsFamilyChange() throws Exception {
        String slug = ScratchEntries.slug("kes");
        UUID id = scratch.publish(ScratchEntries.EVENTS, slug, ScratchEntries.event());
        UUID other = scratch.publish(ScratchEntries.EVENTS, ScratchEntries.slug("kes"), ScratchEntries.event());
        List<String> cached =
                List.of(EVENTS + "/" + slug, EVENTS + "/" + id, GUIDES + "/" + Center.GUIDE_SLUG + "/steps");
        String list = EVENTS + "?limit=45";
        for (String path : cached) {
            awaitCached(path);
        }
        RawHttp.get(list);
        scratch.publish(
                ScratchEntries.EVENTS, other, ScratchEntries.slug("kes"), ScratchEntries.event("'sortOrder': 5"));

        double misses = count("made");
        for (String path : cached) {
            assertThat(RawHttp.get(path).status()).isEqualTo(200);
        }
        assertThat(count("made")).isEqualTo(misses);
        RawHttp.get(list);
        RawHttp.get(EVENTS + "/" + slug + "?include=units");
        assertThat(count("made")).isEqualTo(misses + 2);

        scratch.publish(ScratchEntries.EVENTS, id, ScratchEntries.slug("kes"), ScratchEntries.event());
        assertThat(RawHttp.get(EVENTS + "/" + slug).status()).isEqualTo(308);
    }

    @Test
    void anEntryThatShowsOthersDependsOnItsFamily() throws Exception {
        UUID before = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("kes"), ScratchEntries.unit());
        String path = "/api/v1/organisational-units/" + before;
        assertThat(RawHttp.get(path).text()).contains("\"successors\":[]");
        UUID after = scratch.publish(
                ScratchEntries.UNITS,
                ScratchEntries.slug("kes"),
                ScratchEntries.unit("'predecessors': ['" + before + "']"));
        awaitCached(GUIDES);
        assertThat(RawHttp.get(path).text()).contains("\"successors\":[\"" + after + "\"]");
    }

    /** Waits until the change tracker has caught up, that is until a response of another family is cached again. */
    private void awaitCached(String path) {
        Await.until("a cached response of " + path, () -> {
            double misses = count("made");
            RawHttp.get(path);
            return count("made") == misses;
        });
    }

    @Test
    void anAddressThatIsTooLongIsNotRemembered() {
        double misses = count("made");
        assertThat(RawHttp.get(EVENTS + "?x=" + "y".repeat(5000)).status()).isEqualTo(414);
        assertThat(count("made")).isEqualTo(misses);
    }

    @Test
    void whatDependsOnTheCurrentTimeIsNeverCached() {
        RawHttp.get("/api/v1/contact-channels/open-now");
        double hits = count("kept");
        assertThat(RawHttp.get("/api/v1/contact-channels/open-now").status()).isEqualTo(200);
        assertThat(count("kept")).isEqualTo(hits);
    }

    @Test
    void anAnswerIsNotShownPastTheDayOnWhichItChanges() {
        SettableClock.set(Instant.parse("2031-03-01T12:00:00Z"));
        UUID unit = UUID.fromString(Center.CENTER);
        UUID id = scratch.publish(
                ScratchEntries.CHANNELS,
                ScratchEntries.slug("kes"),
                ScratchEntries.channel(unit, "phone", "011 123 4567", "'availableUntil': '2031-03-01'"));
        String path = "/api/v1/contact-channels?limit=100";
        assertThat(RawHttp.get(path).text()).contains(id.toString());
        assertThat(RawHttp.get(path).text()).contains(id.toString());
        SettableClock.set(Instant.parse("2031-03-02T12:00:00Z"));
        assertThat(RawHttp.get(path).text()).doesNotContain(id.toString());
        SettableClock.set(Instant.parse("2031-03-01T12:00:00Z"));
        assertThat(RawHttp.get(path).text()).as("a clock put back").contains(id.toString());
    }

    @Test
    void theLifetimeOfACachedResponseEndsAtTheNextScheduledChange() {
        Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 3600);
        SettableClock.set(now);
        assertThat(RawHttp.get(GUIDES).header("Cache-Control")).contains("stale-if-error");
        UUID id = Publishing.newId();
        QuarkusTransaction.requiringNew().run(() -> scheduledChanges.schedule(id, now.plusSeconds(50)));
        assertThat(RawHttp.get(GUIDES).header("Cache-Control")).isEqualTo("public, max-age=50");
        SettableClock.set(now.plusSeconds(20));
        assertThat(RawHttp.get(GUIDES).header("Cache-Control")).isEqualTo("public, max-age=30");
        SettableClock.set(now.plusSeconds(50));
        assertThat(RawHttp.get(GUIDES).header("Cache-Control")).isEqualTo("public, max-age=0, no-cache");
        QuarkusTransaction.requiringNew().run(() -> scheduledChanges.cancel(id));
        assertThat(RawHttp.get(GUIDES).header("Cache-Control")).contains("stale-if-error");
    }

    @Test
    void equalConcurrentRequestsAreComputedOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(30);
        try {
            double misses = count("made");
            int urls = 50;
            for (int limit = 1; limit <= urls; limit++) {
                String path = EVENTS + "?include=units&limit=" + limit;
                Callable<RawHttp.Response> ask = () -> RawHttp.get(path);
                for (Future<RawHttp.Response> answer : threads.invokeAll(Collections.nCopies(30, ask))) {
                    assertThat(answer.get().status()).isEqualTo(200);
                }
            }
            assertThat(count("made") - misses).isEqualTo(urls);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void eachRequestThatWaitsForAnUncacheableResponseIsAnswered() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(30);
        try {
            Callable<RawHttp.Response> ask = () -> RawHttp.get(EVENTS + "/nikad-cuo");
            List<Future<RawHttp.Response>> answers =
                    threads.invokeAll(IntStream.range(0, 30).mapToObj(i -> ask).toList());
            for (Future<RawHttp.Response> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(404);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
