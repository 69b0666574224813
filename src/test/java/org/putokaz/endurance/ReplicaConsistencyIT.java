package org.putokaz.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Replicas kept by polling and by an unreliable webhook receiver, while editors publish and the server is killed with
 * SIGKILL several times. At the end every replica equals what is published, and no acknowledged change is missing. The
 * number of changes is {@code -Dputokaz.endurance=10000}, the seed {@code -Dputokaz.seed}. The build runs it on PostgreSQL
 * alone; a thousand changes and more, or {@code -Dputokaz.test.thorough=true}, on H2 too.
 */
class ReplicaConsistencyIT {

    private static final int CHANGES = Integer.getInteger("putokaz.endurance", 100);
    private static final long SEED = Long.getLong("putokaz.seed", 20261124);
    private static final int EDITORS = 4;
    /** Two in the build, where the starts would take most of the time. */
    private static final int KILLS = CHANGES < 1000 ? 2 : 5;

    private static final int[] PAGE_SIZES = {1000, 7};

    @TempDir
    Path folder;

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final AtomicInteger changes = new AtomicInteger();

    static Stream<String> databases() {
        return CHANGES >= 1000 || Boolean.getBoolean("putokaz.test.thorough")
                ? Stream.of("h2", "postgresql")
                : Stream.of("postgresql");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void everyReplicaEqualsWhatIsPublished(String database) throws Exception {
        try (ServerProcess server = ServerProcess.on(
                        database,
                        folder,
                        "-Xmx512m",
                        "-Dputokaz.webhooks.loopback=true",
                        "-Dputokaz.webhooks.timeout=PT1S",
                        "-Dputokaz.webhooks.retries=PT0.05S,PT0.2S");
                UnreliableWebhookReceiver receiver = startAndRegister(server)) {
            Map<ReplicaPoller, Future<Replica>> pollers = startPollers(server);
            Map<String, String> acknowledged = publishAndKill(server, receiver);
            pollers.keySet().forEach(ReplicaPoller::finish);
            receiver.becomeReliable();
            Map<String, String> published =
                    ReplicaPoller.readAll(server.url()).replica().state();

            for (Future<Replica> replica : pollers.values()) {
                assertThat(replica.get(5, TimeUnit.MINUTES).state()).isEqualTo(published);
            }
            receiver.awaitPositionOf(server);
            assertThat(receiver.replica().state()).isEqualTo(published);
            assertThat(receiver.violations()).isEmpty();
            assertThat(snapshot(server)).isEqualTo(published);
            assertAcknowledged(acknowledged, published);
            print(database, server, receiver, published.size());
        } finally {
            executor.shutdownNow();
        }
    }

    private static UnreliableWebhookReceiver startAndRegister(ServerProcess server) throws Exception {
        server.start();
        return UnreliableWebhookReceiver.register(server, SEED);
    }

    private Map<ReplicaPoller, Future<Replica>> startPollers(ServerProcess server) {
        Map<ReplicaPoller, Future<Replica>> pollers = new LinkedHashMap<>();
        for (int pageSize : PAGE_SIZES) {
            ReplicaPoller poller = new ReplicaPoller(server.url(), pageSize);
            pollers.put(poller, executor.submit(poller));
        }
        return pollers;
    }

    /** Returns the acknowledged states of all editors, as {@link RandomEditor#call} does. */
    private Map<String, String> publishAndKill(ServerProcess server, UnreliableWebhookReceiver receiver)
            throws Exception {
        List<Future<Map<String, String>>> editors = new ArrayList<>();
        for (int i = 0; i < EDITORS; i++) {
            editors.add(executor.submit(new RandomEditor(server.url(), i, SEED, changes, CHANGES)));
        }
        for (int kill = 1; kill <= KILLS; kill++) {
            while (changes.get() < CHANGES * kill / (KILLS + 1)) {
                throwFailures(editors);
                TimeUnit.MILLISECONDS.sleep(20);
            }
            server.kill();
            receiver.restart();
            server.start();
        }
        Map<String, String> acknowledged = new TreeMap<>();
        for (Future<Map<String, String>> editor : editors) {
            acknowledged.putAll(editor.get(60, TimeUnit.MINUTES));
        }
        return acknowledged;
    }

    private static void throwFailures(List<Future<Map<String, String>>> editors) throws Exception {
        for (Future<?> editor : editors) {
            if (editor.isDone()) {
                editor.get();
            }
        }
    }

    /** The state of the snapshot; its first and its last line are no entries. */
    private static Map<String, String> snapshot(ServerProcess server) throws Exception {
        Replica replica = new Replica();
        for (JsonNode line : new ApiClient(server.url()).getLines("/api/v1/snapshot")) {
            if (line.has("id")) {
                replica.apply(((ObjectNode) line).put("op", "upsert"));
            }
        }
        return replica.state();
    }

    private static void assertAcknowledged(Map<String, String> acknowledged, Map<String, String> published) {
        assertThat(acknowledged).isNotEmpty().allSatisfy((id, state) -> {
            if (state.equals(RandomEditor.WITHDRAWN)) {
                assertThat(published).doesNotContainKey(id);
            } else {
                String[] slugAndTitle = state.split(" ", 2);
                assertThat(published.get(id))
                        .contains(" " + slugAndTitle[0] + " ")
                        .contains("\"sr-Cyrl\":\"" + slugAndTitle[1] + "\"");
            }
        });
    }

    private void print(String database, ServerProcess server, UnreliableWebhookReceiver receiver, int entries)
            throws Exception {
        System.out.printf(
                "%s, seed %d: %d changes acknowledged, %d kills, %d webhook requests, %d entries live, position %d,"
                        + " %d database failures%n",
                database,
                SEED,
                changes.get(),
                KILLS,
                receiver.requests(),
                entries,
                position(server),
                server.log()
                        .lines()
                        .filter(line -> line.contains("did not answer"))
                        .count());
    }

    private static long position(ServerProcess server) throws Exception {
        return new ApiClient(server.url()).get("/api/v1").body().get("position").asLong();
    }
}
