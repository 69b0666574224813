package org.putokaz.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
    private static final long MEBI = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void aPublicationReachesAllWhoWaitAndTheHeapStaysFlat() throws Exception {
        try (Server server = Server.on("h2", folder, "-Xmx256m")) {
            server.start();
            Wire wire = new Wire(server.url());
            String token = token(wire, null);
            List<Long> heap = new ArrayList<>();
            try (Listeners streams = new Listeners(server.url(), HALF);
                    Listeners polls = new Listeners(server.url(), HALF)) {
                new Thread(streams, "streams").start();
                new Thread(polls, "polls").start();
                streams.ask("/api/v1/changes/stream?since=" + token);
                for (int round = 0; round < ROUNDS; round++) {
                    String slug = "dogadjaj-za-sve-" + round;
                    streams.listenFor("\"slug\":\"" + slug + "\"");
                    polls.listenFor("\"slug\":\"" + slug + "\"");
                    polls.ask("/api/v1/changes?wait=30&since=" + token);
                    TimeUnit.SECONDS.sleep(SECONDS_TO_SETTLE);

                    long published = publish(wire, slug);

                    long streamed = streams.allHeardAt(PATIENCE) - published;
                    long polled = polls.allHeardAt(PATIENCE) - published;
                    token = token(wire, token);
                    heap.add(server.heapAfterCollection());
                    System.out.printf(
                            "%d waiting: streams reached %d ms and polls %d ms after the publication was acknowledged;"
                                    + " heap %d MiB%n",
                            2 * HALF, streamed / 1_000_000, polled / 1_000_000, heap.get(round) / MEBI);
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
}
