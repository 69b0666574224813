package org.putokaz.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two thousand wait on 256 MiB, half of them in a long poll and half on a stream: each is reached by each publication, and
 * the heap is afterwards what it was. How quickly is printed, to be read and not to fail on a busy machine.
 */
class ManyWaitingIT {

    private static final int HALF = Integer.getInteger("putokaz.waiting", 2000) / 2;
    private static final int ROUNDS = Integer.getInteger("putokaz.rounds", 4);
    /** In it a thousand connections are made and their questions read, by a client on the same two cores. */
    private static final int SECONDS_TO_SETTLE = 3;

    private static final long MEBI = 1 << 20;

    @TempDir
    Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void aPublicationReachesAllWhoWaitAndTheHeapStaysFlat() throws Exception {
        try (Server server = Server.on("h2", folder, "-Xmx256m")) {
            server.start();
            Wire wire = new Wire(server.url());
            String token = token(wire, null);
            List<Long> heap = new ArrayList<>();
            try (Listeners listeners = new Listeners(server.url(), "/api/v1/changes/stream?since=" + token, HALF)) {
                new Thread(listeners, "listeners").start();
                for (int round = 0; round < ROUNDS; round++) {
                    String slug = "dogadjaj-za-sve-" + round;
                    listeners.listenFor("\"slug\":\"" + slug + "\"");
                    List<CompletableFuture<Long>> polls = poll(server, token, slug);
                    TimeUnit.SECONDS.sleep(SECONDS_TO_SETTLE);

                    long published = publish(wire, slug);

                    long slowest = reached(listeners, polls, published);
                    token = token(wire, token);
                    heap.add(server.heapAfterCollection());
                    System.out.printf(
                            "%d waiting: all reached %d ms after the publication was acknowledged; heap %d MiB%n",
                            2 * HALF, slowest / 1_000_000, heap.get(round) / MEBI);
                }
            }
            // The first rounds fill pools and caches.
            assertThat(heap.get(ROUNDS - 1)).isLessThan(heap.get(1) + 16 * MEBI);
        }
    }

    private static String token(Wire wire, String since) throws Exception {
        String query = since == null ? "" : "&since=" + since;
        return wire.ask("GET", "/api/v1/changes?limit=1000" + query, null)
                .body()
                .get("next")
                .asText();
    }

    /** Each gives the moment at which its answer was read. */
    private List<CompletableFuture<Long>> poll(Server server, String token, String slug) {
        List<CompletableFuture<Long>> polls = new ArrayList<>();
        for (int i = 0; i < HALF; i++) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(server.url() + "/api/v1/changes?wait=30&since=" + token))
                    .timeout(Duration.ofSeconds(60))
                    .build();
            polls.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                    .thenApply(answer -> {
                        assertThat(answer.body()).contains(slug);
                        return System.nanoTime();
                    }));
        }
        return polls;
    }

    /** Begins an event and publishes it; the moment of the acknowledgement, in nanoseconds. */
    static long publish(Wire wire, String slug) throws Exception {
        Wire.Answer made = wire.ask(
                "POST",
                "/editorial/v1/history-events",
                "{\"slug\":\"" + slug + "\",\"content\":{\"date\":\"2020\",\"title\":{\"sr-Cyrl\":\"За све\"},"
                        + "\"category\":\"milestone\"}}",
                "Content-Type",
                "application/json");
        Wire.Answer published = wire.ask(
                "POST",
                "/editorial/v1/history-events/" + made.body().get("id").asText() + "/publish",
                "{}",
                "Content-Type",
                "application/json",
                "If-Match",
                String.valueOf(made.tag()));
        assertThat(published.status()).isEqualTo(200);
        return System.nanoTime();
    }

    private static long reached(Listeners listeners, List<CompletableFuture<Long>> polls, long published)
            throws Exception {
        long last = published;
        for (CompletableFuture<Long> poll : polls) {
            last = Math.max(last, poll.get(30, TimeUnit.SECONDS));
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        for (Listeners.Ear ear : listeners.ears()) {
            while (ear.heardAt() == 0) {
                assertThat(System.nanoTime()).as("in time").isLessThan(end);
                TimeUnit.MILLISECONDS.sleep(5);
            }
            last = Math.max(last, ear.heardAt());
        }
        return last - published;
    }
}
