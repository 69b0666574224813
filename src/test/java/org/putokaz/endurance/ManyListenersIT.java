package org.putokaz.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two thousand clients listen for changes with 256 MiB of heap, half of them by long polling and half on an event
 * stream: each receives each publication, and the heap does not grow. The latencies are printed, not asserted, because
 * they depend on the machine.
 */
class ManyListenersIT {

    private static final int CLIENTS_PER_KIND = Integer.getInteger("putokaz.waiting", 2000) / 2;
    private static final int ROUNDS = Integer.getInteger("putokaz.rounds", 4);
    /**
     * Time for the server to accept a thousand connections and read their requests, on cores shared with the client.
     */
    private static final int SETTLE_SECONDS = 3;

    private static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long MEBIBYTE = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void aPublicationReachesAllListenersAndTheHeapStaysFlat() throws Exception {
        try (ServerProcess server = ServerProcess.on("h2", folder, "-Xmx256m")) {
            server.start();
            ApiClient client = new ApiClient(server.url());
            String token = nextToken(client, null);
            List<Long> heap = new ArrayList<>();
            try (MultiConnectionClient streams = new MultiConnectionClient(server.url(), CLIENTS_PER_KIND);
                    MultiConnectionClient polls = new MultiConnectionClient(server.url(), CLIENTS_PER_KIND)) {
                new Thread(streams, "streams").start();
                new Thread(polls, "polls").start();
                streams.sendOnAll("/api/v1/changes/stream?since=" + token);
                for (int round = 0; round < ROUNDS; round++) {
                    String slug = "dogadjaj-za-sve-" + round;
                    streams.expect("\"slug\":\"" + slug + "\"");
                    polls.expect("\"slug\":\"" + slug + "\"");
                    polls.sendOnAll("/api/v1/changes?wait=30&since=" + token);
                    TimeUnit.SECONDS.sleep(SETTLE_SECONDS);

                    long published = client.publishEvent(slug);

                    long streamed = streams.awaitAll(TIMEOUT_NANOS) - published;
                    long polled = polls.awaitAll(TIMEOUT_NANOS) - published;
                    token = nextToken(client, token);
                    heap.add(server.heapAfterCollection());
                    System.out.printf(
                            "%d listeners: streams reached %d ms and polls %d ms after the publication was"
                                    + " acknowledged; heap %d MiB%n",
                            2 * CLIENTS_PER_KIND, streamed / 1_000_000, polled / 1_000_000, heap.get(round) / MEBIBYTE);
                }
            }
            // Compared with the second round: the first ones fill pools and caches.
            assertThat(heap.get(ROUNDS - 1)).isLessThan(heap.get(1) + 16 * MEBIBYTE);
        }
    }

    private static String nextToken(ApiClient client, @Nullable String since) throws IOException {
        String query = since == null ? "" : "&since=" + since;
        return client.get("/api/v1/changes?limit=1000" + query)
                .body()
                .get("next")
                .asText();
    }
}
