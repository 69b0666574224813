package org.putokaz.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL: each serves what the other publishes, and each change is sent to a webhook once. */
class TwoNodesIT {

    private static final int CHANGES = 60;
    private static final long SEED = 20261124;

    @TempDir
    Path folder;

    private final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void eachNodeServesWhatTheOtherPublishesAndNothingIsSentTwice() throws Exception {
        Path otherFolder = Files.createDirectory(folder.resolve("other"));
        try (ServerProcess first = ServerProcess.on(
                        "postgresql",
                        folder,
                        "-Xmx512m",
                        "-Dputokaz.webhooks.loopback=true",
                        "-Dputokaz.webhooks.timeout=PT10S");
                ServerProcess second = first.sibling(otherFolder)) {
            first.start();
            second.start();
            try (UnreliableWebhookReceiver receiver = UnreliableWebhookReceiver.register(first, SEED)) {
                receiver.becomeReliable();
                ReplicaPoller poller = new ReplicaPoller(second.url(), 100);
                Future<Replica> polled = executor.submit(poller);
                assertLongPollEndsAtOnce(first, second);
                publish(first, second);
                poller.finish();

                Map<String, String> published =
                        ReplicaPoller.readAll(first.url()).replica().state();
                assertThat(ReplicaPoller.readAll(second.url()).replica().state())
                        .isEqualTo(published);
                assertThat(polled.get(1, TimeUnit.MINUTES).state()).isEqualTo(published);
                receiver.awaitPositionOf(first);
                assertThat(receiver.replica().state()).isEqualTo(published);
                assertThat(receiver.violations()).isEmpty();
                // A change that is outdated before it is sent is not sent at all.
                assertThat(receiver.outdatedChanges()).isZero();
                assertThat(receiver.requestsInTurn()).isPositive().isEqualTo(receiver.changesInTurn());
            }
        }
    }

    private void publish(ServerProcess first, ServerProcess second) throws Exception {
        AtomicInteger changes = new AtomicInteger();
        List<Future<Map<String, String>>> editors = new ArrayList<>();
        for (ServerProcess node : List.of(first, second)) {
            editors.add(executor.submit(new RandomEditor(node.url(), editors.size(), 11, changes, CHANGES)));
        }
        for (Future<?> editor : editors) {
            editor.get(5, TimeUnit.MINUTES);
        }
    }

    /** A long poll of thirty seconds at the second node ends with what the first one publishes meanwhile. */
    private void assertLongPollEndsAtOnce(ServerProcess first, ServerProcess second) throws Exception {
        ApiClient client = new ApiClient(second.url());
        String token =
                client.get("/api/v1/changes?limit=1000").body().get("next").asText();
        Future<ApiClient.ApiResponse> longPoll =
                executor.submit(() -> client.get("/api/v1/changes?wait=30&since=" + token));
        TimeUnit.MILLISECONDS.sleep(500);
        long published = new ApiClient(first.url()).publishEvent("vest-sa-drugog-cvora");

        ApiClient.ApiResponse response = longPoll.get(20, TimeUnit.SECONDS);

        assertThat(response.body().at("/changes/0/slug").asText()).isEqualTo("vest-sa-drugog-cvora");
        System.out.printf(
                "Two nodes: a long poll ended %d ms after the other node acknowledged the publication%n",
                (System.nanoTime() - published) / 1_000_000);
    }
}
