package org.putokaz.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Plenty;
import org.putokaz.fixture.Plenty.Size;

/**
 * Time of each kind of response among a thousand entries and among many. Slow, so no run includes it: {@code mvn
 * surefire:test@default-test -Dtest=ScaleStress -DargLine="-Dputokaz.scale=100000 -Xmx3g"}, or {@code @on-postgresql}.
 */
@DatabaseTest
@TestProfile(ScaleStress.Alone.class)
class ScaleStress {

    /** Profile with a store of its own and without the response cache. */
    public static class Alone implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("putokaz.cache.enabled", "false");
        }
    }

    private static final int FEW = 1_000;
    private static final int MANY = Integer.getInteger("putokaz.scale", 100_000);
    private static final int ROUNDS = Integer.getInteger("putokaz.scale.rounds", 400);
    /** Ratio of medians on a machine that is not idle; the goal is 1.5. */
    private static final double MAX_RATIO = 2.0;
    /** In MiB; a hundred bytes for each of a million entries would be twice that. */
    private static final double MAX_HELD_MIB = 48;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Plenty plenty;

    @Inject
    Session session;

    @Test
    void aResponseTakesAsLongAmongManyEntriesAsAmongAThousand() throws Exception {
        Size many = Size.of(MANY);
        // The tree always holds all units, so there is the same number of them both times.
        Size few = Size.of(FEW).withUnits(many.units());
        plenty.publish(new Size(0, 0, 0, 0), few);
        analyze();
        Map<String, Times> before = measureResponses(few);
        SnapshotCost snapshotBefore = SnapshotCost.measure(few);
        System.err.println(snapshotBefore);
        plenty.publish(few, many);
        analyze();
        Map<String, Times> after = measureResponses(many);
        System.err.printf("%-28s %20s %20s %13s%n", "microseconds, median and p99", FEW, MANY, "ratio");
        before.forEach((name, was) -> {
            Times is = after.get(name);
            System.err.printf(
                    "%-28s %10.0f %9.0f %10.0f %9.0f %6.2f %6.2f%n",
                    name, was.median, was.p99, is.median, is.p99, is.median / was.median, is.p99 / was.p99);
        });
        SnapshotCost snapshotAfter = SnapshotCost.measure(many);
        System.err.println(snapshotAfter);
        before.forEach((name, was) ->
                assertThat(after.get(name).median / was.median).as(name).isLessThan(MAX_RATIO));
        assertThat(snapshotAfter.microsAnEntry / snapshotBefore.microsAnEntry).isLessThan(MAX_RATIO);
        assertThat(snapshotAfter.heldMebis).isLessThan(MAX_HELD_MIB);
    }

    private void analyze() {
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery("analyze").executeUpdate());
    }

    private record Times(double median, double p99) {

        static Times of(List<Long> nanos) {
            List<Long> sorted = nanos.stream().sorted().toList();
            return new Times(sorted.get(sorted.size() / 2) / 1000.0, sorted.get(sorted.size() * 99 / 100) / 1000.0);
        }
    }

    /**
     * Measurement of a snapshot download.
     *
     * @param heldMebis MiB of the heap that were held meanwhile, beyond those held before and afterwards
     */
    private record SnapshotCost(int entries, double microsAnEntry, double heldMebis) {

        static SnapshotCost measure(Size size) throws Exception {
            int entries = size.units() + size.channels() + size.guides() + size.events();
            AtomicBoolean done = new AtomicBoolean();
            long before = held();
            CompletableFuture<Long> most = CompletableFuture.supplyAsync(() -> mostHeld(done));
            long begin = System.nanoTime();
            long lines = lines();
            double micros = (System.nanoTime() - begin) / 1000.0 / entries;
            done.set(true);
            assertThat(lines).isGreaterThanOrEqualTo(entries);
            return new SnapshotCost(entries, micros, (most.get() - Math.max(before, held())) / 1048576.0);
        }

        private static long lines() throws Exception {
            while (true) {
                HttpResponse<Stream<String>> response = CLIENT.send(request("snapshot"), BodyHandlers.ofLines());
                try (Stream<String> lines = response.body()) {
                    if (response.statusCode() == 200) {
                        return lines.count();
                    }
                }
                // The snapshot is still being written.
                assertThat(response.statusCode()).isEqualTo(503);
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }

        private static long mostHeld(AtomicBoolean done) {
            long most = 0;
            while (!done.get()) {
                most = Math.max(most, held());
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
            return most;
        }

        /** Bytes after a garbage collection, without what was allocated since: a gigabyte a second while entries are written. */
        private static long held() {
            System.gc();
            return ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                    .sum();
        }
    }

    private static Map<String, Times> measureResponses(Size size) throws Exception {
        Map<String, String> urls = new LinkedHashMap<>();
        urls.put("first page", "history-events");
        urls.put("last page", "history-events?cursor=" + lastCursor(size.events()));
        urls.put("filtered", "history-events?category=milestone");
        urls.put("channels", "contact-channels");
        urls.put("channels, filtered", "contact-channels?purpose=report");
        urls.put("by name", "history-events?sort=title");
        urls.put("by name, filtered", "history-events?sort=title&category=founding");
        urls.put("by time, backwards", "history-events?sort=-publishedAt");
        urls.put("guides", "help-guides?audience=victim");
        urls.put("entry", "history-events/dogadjaj-" + size.events() / 2);
        urls.put("entry by id, included", "history-events/" + Plenty.id('e', 7) + "?include=units");
        urls.put("count", "history-events?count=true");
        urls.put("tree", "organisational-units/tree");
        urls.put("changes from the start", "changes?limit=20");
        Map<String, List<Long>> times = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS * 2; round++) {
            for (Map.Entry<String, String> url : urls.entrySet()) {
                long begin = System.nanoTime();
                get(url.getValue());
                if (round >= ROUNDS) {
                    times.computeIfAbsent(url.getKey(), none -> new ArrayList<>())
                            .add(System.nanoTime() - begin);
                }
            }
        }
        Map<String, Times> measured = new LinkedHashMap<>();
        times.forEach((name, all) -> measured.put(name, Times.of(all)));
        return measured;
    }

    /** Reads the whole list page by page, and checks that no entry is missing. */
    private static String lastCursor(int events) throws Exception {
        String last = "";
        String next = null;
        int seen = 0;
        do {
            JsonNode page = JSON.readTree(
                    get("history-events?limit=100&fields=slug" + (next == null ? "" : "&cursor=" + next)));
            seen += page.get("data").size();
            last = next == null ? last : next;
            next = page.get("page").get("next").textValue();
        } while (next != null);
        assertThat(seen).isGreaterThanOrEqualTo(events);
        return last;
    }

    private static String get(String path) throws Exception {
        HttpResponse<String> response = CLIENT.send(request(path), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/v1/" + path))
                .build();
    }
}
