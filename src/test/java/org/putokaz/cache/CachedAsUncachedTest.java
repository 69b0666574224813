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

/**
 * Whatever is asked, the cache answers what would be answered without it, byte by byte, before and after each of many
 * random publications. After each of them one language, one coding and one fifth of the addresses have their turn; with
 * {@code -Dputokaz.test.thorough=true} all of them, every time.
 */
@DatabaseTest
@TestProfile(Apart.class)
class CachedAsUncachedTest {

    private static final int CHANGES = 200;
    private static final boolean THOROUGH = Boolean.getBoolean("putokaz.test.thorough");
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
    /** Not surely JSON to the cache, JSON to the REST layer. */
    private static final String ROUND_THE_CACHE = "application/json;charset=utf-8";

    @Inject
    ScratchEntries scratch;

    @Inject
    MeterRegistry meters;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    /** Keeps its connections, on which what is kept does not reach the server. */
    private final HttpClient olderClient =
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
        FunctionCounter kept =
                meters.get("putokaz.cache.answers").tag("outcome", "kept").functionCounter();
        double before = kept.count();
        Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond());
        for (int turn = 0; turn <= CHANGES; turn++) {
            // Whole seconds apart, so that Last-Modified is there and Cache-Control does not count on meanwhile.
            SettableClock.set(now.plusSeconds(10L * turn));
            if (turn > 0) {
                changes.next();
            }
            SettableClock.set(now.plusSeconds(10L * turn + 5));
            compareAll(turn, changes.addresses());
            assertThat(differences).as("seed %d, after change %d", SEED, turn).isEmpty();
        }
        // Each was asked twice more than it was made, unless there was nothing to keep.
        assertThat(compared).isGreaterThan(CHANGES * 8);
        assertThat(kept.count() - before).isGreaterThan(compared * 1.2);
    }

    private void compareAll(int turn, List<String> addresses) throws Exception {
        List<String> paths =
                new ArrayList<>(OTHERS.stream().map("/api/v1"::concat).toList());
        LISTS.forEach(list -> QUERIES.forEach(query -> paths.add("/api/v1/" + list + query)));
        paths.addAll(addresses.subList(Math.max(0, addresses.size() - 20), addresses.size()));
        for (int i = 0; i < paths.size(); i++) {
            for (int language = 0; language < LANGUAGES.size(); language++) {
                for (int gzip = 0; gzip < 2; gzip++) {
                    boolean turns = (turn + i) % 5 == 0 && turn % 5 == language && turn / 5 % 2 == gzip;
                    if (THOROUGH || turns) {
                        compare(paths.get(i), LANGUAGES.get(language), gzip == 1);
                    }
                }
            }
        }
    }

    /** @param language of the URL; with a question mark it is left to {@code Accept-Language} */
    private void compare(String path, String language, boolean gzip) throws IOException, InterruptedException {
        String accepted = language.equals("?") ? "fr, en;q=0.4, sr-Latn;q=0.5" : "*";
        String uri = language.length() < 2 ? path : path + (path.contains("?") ? "&" : "?") + "lang=" + language;
        boolean over2 = compared % 2 == 0;
        String first = ask(over2 ? client : olderClient, uri, accepted, gzip, "application/json");
        String kept = ask(client, uri, accepted, gzip, "*/*");
        String keptOver1 = ask(olderClient, uri, accepted, gzip, "*/*");
        scratch.clearEntryCache();
        String uncached = ask(over2 ? client : olderClient, uri, accepted, gzip, ROUND_THE_CACHE);
        compared++;
        List<String> all = List.of(first, kept, keptOver1);
        if (!all.stream().allMatch(uncached::equals)) {
            differences.add(uri + " " + accepted + " " + gzip + "\n" + String.join("\n", all) + "\n" + uncached);
        }
    }

    private static String ask(HttpClient client, String uri, String language, boolean gzip, String accept)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + uri))
                .header("Accept", accept)
                .header("Accept-Language", language);
        if (gzip) {
            request.header("Accept-Encoding", "gzip");
        }
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers().map());
        // It may be older than the store's last change where that was another family's.
        headers.remove("Last-Modified");
        // What HTTP/2 has in the place of the status line.
        headers.remove(":status");
        return answer.statusCode() + " " + headers + "\n" + new String(answer.body(), StandardCharsets.ISO_8859_1);
    }
}
