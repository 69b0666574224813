package org.putokaz.cache.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.fixture.Await;
import org.putokaz.fixture.Tokens;
import org.putokaz.http.RawHttp;

/** A cache in front of the service, configured as {@code docs/caching.md} says, shows nothing that was withdrawn. */
abstract class FrontCacheTest {

    private static final String NUMBER = "011 2650 329";
    private static final List<String> LANGUAGES = List.of("sr-Cyrl", "sr-Latn", "en");
    private static final int MAX_AGE = 4;
    private static final int DEFAULT_NGINX_BUFFER = 4096;
    /** Caches may count whole seconds. */
    private static final int ROUNDING = 1;

    @TempDir
    Path folder;

    private OriginRelay origin;
    private FrontCache cache;

    abstract FrontCache start(Path work, int originPort) throws IOException;

    /** Status of a response when the service cannot be reached and the cache has nothing to show. */
    abstract int unreachableStatus();

    @BeforeEach
    void startCache() throws IOException {
        origin = new OriginRelay();
        cache = start(folder, origin.port());
        // Its first probe of the service may still be on its way.
        Await.until("the first answer", () -> cache.get("/api/v1").statusCode() == 200);
    }

    @AfterEach
    void stopCache() {
        cache.close();
        origin.close();
        EntryClient.withdrawAllPublished();
    }

    private static void await(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        Await.until("the time to pass", () -> System.nanoTime() >= end);
    }

    @Test
    void anAnswerIsStoredForTheMinuteThatTheServiceAllows() {
        String target = "/api/v1/contact-channels?lang=en&limit=31";
        HttpResponse<String> first = cache.get(target);
        assertThat(first.statusCode()).isEqualTo(200);
        await(Duration.ofMillis(1100));
        HttpResponse<String> second = cache.get(target);

        assertThat(origin.count(target)).isEqualTo(1);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Cache-Control")).contains("public, max-age=60, stale-if-error=600");
        // A browser behind the cache subtracts the age, which it knows from Date: the minute is one for both.
        assertThat(second.headers().firstValue("Date"))
                .isEqualTo(first.headers().firstValue("Date"));
        for (String header : List.of("ETag", "Cache-Groups", "Putokaz-Position")) {
            assertThat(second.headers().firstValue(header)).as(header).isPresent();
        }
    }

    @Test
    void eachLanguageAndPositionIsStoredByItself() {
        String target = "/api/v1/contact-channels?limit=32";
        for (int i = 0; i < 2; i++) {
            for (String language : LANGUAGES) {
                assertThat(cache.get(target, "Accept-Language", language)
                                .headers()
                                .firstValue("Content-Language"))
                        .contains(language);
            }
        }
        assertThat(origin.count(target)).isEqualTo(LANGUAGES.size());
        for (int i = 0; i < 2; i++) {
            assertThat(cache.get(target + "&position=1").statusCode()).isEqualTo(200);
            assertThat(cache.get(target + "&position=2").statusCode()).isEqualTo(200);
            assertThat(cache.get(target + "&position=999999999").statusCode()).isEqualTo(400);
        }
        assertThat(origin.count(target + "&position=1")).isEqualTo(1);
        assertThat(origin.count(target + "&position=2")).isEqualTo(1);
        assertThat(origin.count(target + "&position=999999999")).isEqualTo(2);
    }

    /** A cursor contains the sort key of a title, and each link contains the cursor. */
    @Test
    void aLongLinkHeaderIsPassedOn() {
        EntryClient.createPublished(
                FamilySample.EVENT,
                FamilySample.EVENT.content("Дуг наслов ".repeat(18).strip()));
        String list = "/api/v1/history-events?sort=title&limit=1";
        String next = list;
        int longest = 0;
        while (next != null) {
            HttpResponse<String> response = cache.get(next, "Accept-Language", "sr-Latn");
            assertThat(response.statusCode()).as(next).isEqualTo(200);
            longest = Math.max(longest, headerLength(response));
            Object cursor = JsonPath.from(response.body()).get("page.next");
            next = cursor == null ? null : list + "&cursor=" + cursor;
        }
        assertThat(longest).isGreaterThan(DEFAULT_NGINX_BUFFER);
    }

    private static int headerLength(HttpResponse<String> response) {
        return response.headers().map().entrySet().stream()
                .mapToInt(header -> header.getKey().length()
                        + String.join("", header.getValue()).length())
                .sum();
    }

    /** A channel of a unit, and two guides that refer to it. */
    private record Published(EntryClient unit, EntryClient channel, EntryClient guide, EntryClient otherGuide) {

        static Published create() {
            EntryClient unit = EntryClient.createPublished(FamilySample.UNIT, FamilySample.UNIT.content());
            EntryClient channel = EntryClient.createPublished(
                    FamilySample.CHANNEL,
                    FamilySample.CHANNEL
                            .contentReferencing(FamilySample.uniqueName(), unit.id)
                            .replace("011 123 4567", NUMBER));
            return new Published(
                    unit,
                    channel,
                    EntryClient.createPublished(
                            FamilySample.GUIDE, FamilySample.GUIDE.contentReferencing("Водич", channel.id)),
                    EntryClient.createPublished(
                            FamilySample.GUIDE, FamilySample.GUIDE.contentReferencing("Други водич", channel.id)));
        }

        /** Everything that shows the channel or refers to it, in three languages. */
        List<String> targets() {
            return Stream.of(
                            "/api/v1/bundle?",
                            channel.publicPath() + "?",
                            channel.publicPath() + "?include=unit&",
                            "/api/v1/contact-channels?limit=100&",
                            "/api/v1/contact-channels?include=unit&unit=" + unit.id + "&",
                            guide.publicPath() + "?",
                            otherGuide.publicPath() + "/steps?include=contactChannels&",
                            "/api/v1/help-guides?include=contactChannels&limit=100&")
                    .flatMap(target -> LANGUAGES.stream().map(language -> target + "lang=" + language))
                    .toList();
        }

        boolean isNamedIn(HttpResponse<String> response) {
            return response.body().contains(channel.id)
                    || response.body().contains(NUMBER)
                    || response.body().contains("+381112650329");
        }
    }

    /** The answer is then not found, which some caches take for a failure of the service. */
    @Test
    void aRedactedSlugIsGoneWithinTheLifetime() {
        origin.shortenLifetimes(MAX_AGE, 600);
        Published published = Published.create();
        String target = "/api/v1/contact-channels/" + published.channel.get().<String>path("slug") + "?lang=en";
        assertThat(published.isNamedIn(cache.get(target))).isTrue();

        published.channel.transition("withdraw", "{'reason': 'safety', 'redactSlug': true}");
        assertThat(RawHttp.get(target).status()).isEqualTo(404);
        // Still stored: otherwise the rest would prove nothing.
        assertThat(published.isNamedIn(cache.get(target))).isTrue();
        await(Duration.ofSeconds(MAX_AGE + ROUNDING));
        HttpResponse<String> response = cache.get(target);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(published.isNamedIn(response)).isFalse();
    }

    @Test
    void aWithdrawnChannelIsGoneWithinTheLifetimeAndAtOnceForItsPosition() {
        origin.shortenLifetimes(MAX_AGE, MAX_AGE);
        Published published = Published.create();
        List<String> targets = published.targets();
        for (String target : targets) {
            assertThat(published.isNamedIn(cache.get(target))).as(target).isTrue();
        }

        published.channel.withdraw("safety");
        long withdrawn = System.nanoTime();
        String last = targets.get(targets.size() - 1);
        // Still stored: otherwise the rest would prove nothing.
        assertThat(published.isNamedIn(cache.get(last))).isTrue();

        String position = RawHttp.get(published.channel.publicPath()).header("Putokaz-Position");
        for (String target : targets) {
            HttpResponse<String> response = cache.get(target + "&position=" + position);
            assertThat(response.statusCode()).as(target).isIn(200, 410);
            assertThat(published.isNamedIn(response)).as(target).isFalse();
        }

        await(Duration.ofSeconds(MAX_AGE + ROUNDING).minusNanos(System.nanoTime() - withdrawn));
        for (String target : targets) {
            HttpResponse<String> response = cache.get(target);
            assertThat(response.statusCode())
                    .as(target)
                    .isEqualTo(target.startsWith(published.channel.publicPath()) ? 410 : 200);
            assertThat(published.isNamedIn(response)).as(target).isFalse();
        }
    }

    @Test
    void thePurgeOfAnEntryForgetsWhatNamesItAndNothingElse() throws Exception {
        Published published = Published.create();
        List<String> targets = published.targets();
        String unrelated = published.unit.publicPath() + "?lang=en";
        targets.forEach(cache::get);
        assertThat(cache.get(unrelated).statusCode()).isEqualTo(200);

        published.channel.withdraw("safety");
        assertThat(targets).allMatch(target -> published.isNamedIn(cache.get(target)));
        cache.purge(published.channel.id, FamilySample.CHANNEL.family);
        // Both guides changed with it, and are reported to webhooks as changes of their own.
        cache.purge(published.guide.id, FamilySample.GUIDE.family);
        cache.purge(published.otherGuide.id, FamilySample.GUIDE.family);

        for (String target : targets) {
            assertThat(published.isNamedIn(cache.get(target))).as(target).isFalse();
        }
        assertThat(cache.get(unrelated).statusCode()).isEqualTo(200);
        assertThat(origin.count(unrelated)).isEqualTo(1);
    }

    @Test
    void whileTheServiceIsDownOnlyWhatItAllowsIsShownAndNotForLong() {
        int staleIfError = 5;
        origin.shortenLifetimes(1, staleIfError);
        String stored = "/api/v1/contact-channels?lang=en&limit=33";
        String withoutPermission = "/api/v1/contact-channels/nema-toga?lang=en";
        HttpResponse<String> fresh = cache.get(stored);
        long fetched = System.nanoTime();
        assertThat(cache.get(withoutPermission).statusCode()).isEqualTo(404);
        origin.close();
        await(Duration.ofSeconds(1 + ROUNDING));

        Await.until("the stale answer", () -> cache.get(stored).statusCode() == 200);
        assertThat(cache.get(stored).body()).isEqualTo(fresh.body());
        for (String target : List.of(
                withoutPermission,
                "/api/v1/contact-channels?lang=en&limit=34",
                "/api/v1/contact-channels/open-now?lang=en",
                "/api/v1/changes",
                "/editorial/v1/me")) {
            assertThat(cache.get(target).statusCode()).as(target).isEqualTo(unreachableStatus());
        }
        await(Duration.ofSeconds(1 + staleIfError + ROUNDING).minusNanos(System.nanoTime() - fetched));
        assertThat(cache.get(stored).statusCode()).isEqualTo(unreachableStatus());
    }

    @Test
    void nothingWithATokenAndNothingThatNeedsOneIsStored() {
        String token = "Bearer " + Tokens.admin();
        String target = "/api/v1/contact-channels?lang=en&limit=35";
        for (int i = 0; i < 2; i++) {
            assertThat(cache.get("/editorial/v1/me", "Authorization", token).statusCode())
                    .isEqualTo(200);
            assertThat(cache.get("/editorial/v1/me").statusCode()).isEqualTo(401);
            assertThat(cache.get("/editorial/v1/contact-channels", "Authorization", token)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(cache.get(target, "Authorization", token).statusCode()).isEqualTo(200);
            assertThat(cache.get("/q/health").statusCode()).isEqualTo(404);
            assertThat(cache.get("/api/v1/changes?limit=1").statusCode()).isEqualTo(200);
        }
        assertThat(origin.count("/editorial/v1/me")).isEqualTo(4);
        assertThat(origin.count("/editorial/v1/contact-channels")).isEqualTo(2);
        assertThat(origin.count(target)).isEqualTo(2);
        assertThat(origin.count("/q/health")).isEqualTo(2);
        assertThat(origin.count("/api/v1/changes?limit=1")).isEqualTo(2);

        assertThat(cache.get(target).statusCode()).isEqualTo(200);
        assertThat(cache.get(target, "Authorization", "Bearer nonsense").statusCode())
                .isEqualTo(401);
    }
}
