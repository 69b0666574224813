package org.putokaz.sync.download;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.putokaz.common.Sha256;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.TestDatabase;
import org.putokaz.sync.ParsedSnapshot;

/**
 * Snapshot of two hundred thousand entries in constant memory. Slow, so no run includes it: {@code mvn
 * surefire:test@default-test -Dtest=LargeSnapshotStress -DargLine="-Xmx256m -Dputokaz.test.h2=file:FOLDER/"}; H2 in memory
 * would need more than that heap for its tables.
 */
@DatabaseTest
@TestProfile(LargeSnapshotStress.Isolated.class)
class LargeSnapshotStress {

    /** Profile of a service and a database for this test alone. */
    public static class Isolated implements QuarkusTestProfile {}

    private static final int ENTRIES = 200_000;
    private static final String PATH = "/api/v1/snapshot";

    @Inject
    Session session;

    private void fill() {
        boolean postgresql = TestDatabase.isPostgresql();
        String numbers =
                postgresql ? "generate_series(1, " + ENTRIES + ") as s(n)" : "system_range(1, " + ENTRIES + ") as s(n)";
        String id = postgresql ? "gen_random_uuid()" : "random_uuid()";
        String text = "Опис догађаја, довољно дугачак да личи на прави. ".repeat(8);
        String document = "'{\"date\":\"2020\",\"title\":{\"sr-Cyrl\":\"Догађај\"},\"body\":{\"sr-Cyrl\":\"" + text
                + "\"},\"category\":\"milestone\",\"sortOrder\":0}'";
        QuarkusTransaction.requiringNew().timeout(600).run(() -> {
            session.createNativeMutationQuery("insert into live.entry (id, family, slug, live, position, revision,"
                            + " document, importance, first_published_at, published_at, place_hidden, major_position)"
                            + " select " + id + ", 'history-events', 'e-' || s.n, true, f.position + s.n, 1, "
                            + document
                            + ", 'minor', f.changed_at, f.changed_at, false, f.position + s.n from live.feed f, "
                            + numbers)
                    .executeUpdate();
            session.createNativeMutationQuery("update live.feed set position = position + " + ENTRIES)
                    .executeUpdate();
        });
    }

    private static HttpResponse<InputStream> get(String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + PATH))
                .timeout(Duration.ofMinutes(10));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    @Test
    void allOfThemAreInItAndTheMemoryDoesNotGrowWithThem() throws Exception {
        fill();
        long begin = System.nanoTime();
        HttpResponse<InputStream> answer = get();
        System.err.printf(
                "Snapshot of %d entries, %s bytes, made in %d ms with %d MiB of heap at most%n",
                ENTRIES,
                answer.headers().firstValue("content-length").orElseThrow(),
                (System.nanoTime() - begin) / 1_000_000,
                Runtime.getRuntime().maxMemory() >> 20);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(countEntries(answer.body())).isEqualTo(ENTRIES + 14);
        HttpResponse<InputStream> end = get("Range", "bytes=-100");
        assertThat(new String(end.body().readAllBytes(), StandardCharsets.UTF_8))
                .contains("\"sha256\":");
    }

    /** Checks the trailer and returns the number of entries. */
    private static long countEntries(InputStream body) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        long entries = -2;
        String last = null;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (last != null) {
                    digest.update((last + "\n").getBytes(StandardCharsets.UTF_8));
                }
                last = line;
                entries++;
            }
        }
        JsonNode trailer = ParsedSnapshot.parseJson(last).get("trailer");
        assertThat(trailer.get("sha256").asText()).isEqualTo(HexFormat.of().formatHex(digest.digest()));
        assertThat(trailer.get("count").asLong()).isEqualTo(entries);
        return entries;
    }
}
