package org.putokaz.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.fixture.SettableClock;
import org.putokaz.fixture.TestDatabase;

/**
 * Comparison of cached with uncached responses, byte by byte, before and after each of many random publications. Each
 * publication is followed by one language, one coding and one fifth of the URIs. With
 * {@code -Dputokaz.test.thorough=true} there are more publications, and every combination is compared after each of
 * them.
 */
@DatabaseTest
@TestProfile(Apart.class)
class CachedAsUncachedTest {

    private static final boolean THOROUGH = Boolean.getBoolean("putokaz.test.thorough");
    private static final int PUBLICATIONS = THOROUGH ? 200 : TestDatabase.isPostgresql() ? 20 : 60;
    /** Between two publications. The last is more than eleven minutes ahead, so that no later test is near to it. */
    private static final long STEP_SECONDS = 2000L / PUBLICATIONS;

    private static final long SEED = Long.getLong("putokaz.seed", 20261125);
    private static final List<String> LISTS =
            List.of("organisational-units", "history-events", "contact-channels", "help-guides");
    private static final List<String> QUERIES = List.of(
            "", "?limit=2", "?sort=-publishedAt", "?count=true&limit=1", "?fields=id,slug", "?limit=101", "?unknown=1");
    private static final List<String> OTHERS = List.of(
            "",
            "?fields=data",
            "/organisational-units/tree",
            "/organisational-units/tree?asOf=2015-01-01",
            "/organisational-units?position=1&limit=3",
            "/organisational-units?kind=office",
            "/organisational-units?include=parent,successors",
            "/organisational-units/" + Center.CENTER,
            "/organisational-units/" + Center.CENTER + "?include=parent",
            "/history-events?category=milestone&include=units",
            "/history-events?unit=" + Center.CENTER,
            "/history-events?from=2019-01-01&sort=-date",
            "/contact-channels?kind=phone&include=unit",
            "/contact-channels?unit=" + Center.CENTER,
            "/contact-channels/" + Center.PHONE_SLUG + "?include=unit",
            "/contact-channels/open-now",
            "/help-guides?audience=witness&inclu%64e=contactChannels",
            "/help-guides/" + Center.GUIDE_SLUG + "/steps",
            "/help-guides/" + Center.GUIDE_SLUG + "/steps?include=contactChannels",
            "/help-guides/nema-toga");
    private static final List<String> LANGUAGES = List.of("", "?", "sr-Cyrl", "sr-Latn", "en");
    /** Left to the REST layer by the cache, and JSON to the REST layer. */
    private static final String BYPASSING_ACCEPT = "application/json;charset=utf-8";

    @Inject
    ScratchEntries scratch;

    @Inject
    MeterRegistry meters;

    private final HttpClient http2Client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    /** Reuses its connections, on which cached responses are sent before the server sees the request. */
    private final HttpClient http1Client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<String> differences = new ArrayList<>();
    private int compared;

    @AfterEach
    void clear() {
        SettableClock.run();
        scratch.withdrawAll();
    }

    @Test
    void theSameBytesBeforeAndAfterEachPublication() throws Exception {
        RandomPublications changes = new RandomPublications(scratch, SEED);
        FunctionCounter hits =
                meters.get("putokaz.cache.answers").tag("outcome", "kept").functionCounter();
        double before = hits.count();
        Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond());
        for (int turn = 0; turn <= PUBLICATIONS; turn++) {
            // Whole seconds apart, so that Last-Modified is sent and the remaining seconds of Cache-Control are equal.
            SettableClock.set(now.plusSeconds(STEP_SECONDS * turn));
            if (turn > 0) {
                changes.next();
            }
            SettableClock.set(now.plusSeconds(STEP_SECONDS * turn + 5));
            compareAll(turn, changes.addresses());
            assertThat(differences).as("seed %d, after change %d", SEED, turn).isEmpty();
        }
        // Two further requests follow each computed response, unless it is not cacheable.
        assertThat(compared).isGreaterThan(PUBLICATIONS * 8);
        assertThat(hits.count() - before).isGreaterThan(compared * 1.2);
    }

    private void compareAll(int turn, List<String> addresses) throws Exception {
        List<String> paths =
                new ArrayList<>(OTHERS.stream().map("/api/v1"::concat).toList());
        LISTS.forEach(list -> QUERIES.forEach(query -> paths.add("/api/v1/" + list + query)));
        paths.addAll(addresses.subList(Math.max(0, addresses.size() - 20), addresses.size()));
        for (int i = 0; i < paths.size(); i++) {
            for (int language = 0; language < LANGUAGES.size(); language++) {
                for (int gzip = 0; gzip < 2; gzip++) {
                    boolean isDue = (turn + i) % 5 == 0 && turn % 5 == language && turn / 5 % 2 == gzip;
                    if (THOROUGH || isDue) {
                        compare(paths.get(i), LANGUAGES.get(language), gzip == 1);
                    }
                }
            }
        }
    }

    /** @param language value of the {@code lang} parameter; with a question mark {@code Accept-Language} decides */
    private void compare(String path, String language, boolean gzip) throws IOException, InterruptedException {
        String accepted = language.equals("?") ? "fr, en;q=0.4, sr-Latn;q=0.5" : "*";
        String uri = language.length() < 2 ? path : path + (path.contains("?") ? "&" : "?") + "lang=" + language;
        boolean overHttp2 = compared % 2 == 0;
        String first = send(overHttp2 ? http2Client : http1Client, uri, accepted, gzip, "application/json");
        String cached = send(http2Client, uri, accepted, gzip, "*/*");
        String cachedOverHttp1 = send(http1Client, uri, accepted, gzip, "*/*");
        scratch.clearEntryCache();
        String uncached = send(overHttp2 ? http2Client : http1Client, uri, accepted, gzip, BYPASSING_ACCEPT);
        compared++;
        List<String> all = List.of(first, cached, cachedOverHttp1);
        if (!all.stream().allMatch(uncached::equals)) {
            differences.add(uri + " " + accepted + " " + gzip + "\n" + String.join("\n", all) + "\n" + uncached);
        }
    }

    private static String send(HttpClient client, String uri, String language, boolean gzip, String accept)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + uri))
                .header("Accept", accept)
                .header("Accept-Language", language);
        if (gzip) {
            request.header("Accept-Encoding", "gzip");
        }
        HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(response.headers().map());
        // May be earlier in a cached response, after a change of another family.
        headers.remove("Last-Modified");
        // The status line in HTTP/2.
        headers.remove(":status");
        return response.statusCode() + " " + headers + "\n" + new String(response.body(), StandardCharsets.ISO_8859_1);
    }
}
