package org.putokaz.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Editors publish, partners follow, one of them by webhook and on a bad day, and the server is killed with SIGKILL again and
 * again. In the end every partner has exactly what is published, and nothing that an editor was told is missing. How many
 * changes: {@code -Dputokaz.endurance=10000}; by which seed: {@code -Dputokaz.seed}.
 */
class ModelPartnerIT {

    private static final int CHANGES = Integer.getInteger("putokaz.endurance", 150);
    private static final long SEED = Long.getLong("putokaz.seed", 20261124);
    private static final int EDITORS = 4;
    /** Five where somebody means it; in the usual build the starts would take most of the time. */
    private static final int KILLS = CHANGES < 1000 ? 2 : 5;

    private static final int[] PAGES = {1000, 7};

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger changes = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void everyPartnerEndsWithWhatIsPublished(String database) throws Exception {
        try (Server server = Server.on(
                        database,
                        folder,
                        "-Xmx512m",
                        "-Dputokaz.webhooks.loopback=true",
                        "-Dputokaz.webhooks.timeout=PT1S",
                        "-Dputokaz.webhooks.retries=PT0.05S,PT0.2S");
                HookReceiver called = called(server)) {
            Map<Partner, Future<Copy>> partners = partners(server);
            Map<String, String> acknowledged = publishAndKill(server, called);
            partners.keySet().forEach(Partner::finish);
            called.recover();
            Map<String, String> published = readAll(server).state();

            for (Future<Copy> partner : partners.values()) {
                assertThat(partner.get(5, TimeUnit.MINUTES).state()).isEqualTo(published);
            }
            awaitPosition(called, server);
            assertThat(called.copy().state()).isEqualTo(published);
            assertThat(called.complaints()).isEmpty();
            assertThat(snapshot(server)).isEqualTo(published);
            assertAcknowledged(acknowledged, published);
            System.out.printf(
                    "%s, seed %d: %d changes acknowledged, %d kills, %d calls, %d entries live, position %d, %d waits%n",
                    database,
                    SEED,
                    changes.get(),
                    KILLS,
                    called.calls(),
                    published.size(),
                    position(server),
                    server.log()
                            .lines()
                            .filter(line -> line.contains("did not answer"))
                            .count());
        } finally {
            threads.shutdownNow();
        }
    }

    /** A partner who has copied what there was and is told of the rest. */
    private static HookReceiver called(Server server) throws Exception {
        server.start();
        return registered(server);
    }

    static HookReceiver registered(Server server) throws Exception {
        Partner beginning = new Partner(server.url(), 1000);
        beginning.finish();
        HookReceiver receiver = new HookReceiver(beginning.call(), SEED);
        Wire wire = new Wire(server.url());
        Wire.Answer registered = wire.ask(
                "POST",
                "/partner/v1/webhooks",
                "{\"url\":\"" + receiver.url() + "\",\"since\":\"" + beginning.token() + "\"}",
                "Content-Type",
                "application/json");
        assertThat(registered.status()).as(registered.body().toString()).isEqualTo(201);
        receiver.knows(registered.body().get("secret").asText());
        Wire.Answer verified = wire.ask(
                "POST", "/partner/v1/webhooks/" + registered.body().get("id").asText() + "/verify", null);
        assertThat(verified.body().get("status").asText()).isEqualTo("active");
        return receiver;
    }

    private Map<Partner, Future<Copy>> partners(Server server) {
        Map<Partner, Future<Copy>> partners = new LinkedHashMap<>();
        for (int page : PAGES) {
            Partner partner = new Partner(server.url(), page);
            partners.put(partner, threads.submit(partner));
        }
        return partners;
    }

    private Map<String, String> publishAndKill(Server server, HookReceiver called) throws Exception {
        List<Future<Map<String, String>>> editors = new ArrayList<>();
        for (int i = 0; i < EDITORS; i++) {
            editors.add(threads.submit(new Editors(server.url(), i, SEED, changes, CHANGES)));
        }
        for (int kill = 1; kill <= KILLS; kill++) {
            while (changes.get() < CHANGES * kill / (KILLS + 1)) {
                failed(editors);
                TimeUnit.MILLISECONDS.sleep(20);
            }
            server.kill();
            called.restart();
            server.start();
        }
        Map<String, String> acknowledged = new TreeMap<>();
        for (Future<Map<String, String>> editor : editors) {
            acknowledged.putAll(editor.get(60, TimeUnit.MINUTES));
        }
        return acknowledged;
    }

    /** An editor who has failed says why at once. */
    private static void failed(List<Future<Map<String, String>>> editors) throws Exception {
        for (Future<?> editor : editors) {
            if (editor.isDone()) {
                editor.get();
            }
        }
    }

    static Copy readAll(Server server) throws Exception {
        Partner fresh = new Partner(server.url(), 1000);
        fresh.finish();
        return fresh.call();
    }

    static void awaitPosition(HookReceiver called, Server server) throws Exception {
        long reached = readAll(server).position();
        long patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (called.copy().position() < reached) {
            assertThat(System.nanoTime()).as("webhooks in time").isLessThan(patience);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** The lines between the first and the last. */
    private static Map<String, String> snapshot(Server server) throws Exception {
        Copy copy = new Copy();
        for (JsonNode line : new Wire(server.url()).lines("/api/v1/snapshot")) {
            if (line.has("id")) {
                copy.apply(((com.fasterxml.jackson.databind.node.ObjectNode) line).put("op", "upsert"));
            }
        }
        return copy.state();
    }

    private static long position(Server server) throws Exception {
        return new Wire(server.url())
                .ask("GET", "/api/v1", null)
                .body()
                .get("position")
                .asLong();
    }

    private static void assertAcknowledged(Map<String, String> acknowledged, Map<String, String> published) {
        assertThat(acknowledged).isNotEmpty().allSatisfy((id, state) -> {
            if (state.equals("gone")) {
                assertThat(published).doesNotContainKey(id);
            } else {
                String[] slugAndTitle = state.split(" ", 2);
                assertThat(published.get(id))
                        .contains(" " + slugAndTitle[0] + " ")
                        .contains("\"sr-Cyrl\":\"" + slugAndTitle[1] + "\"");
            }
        });
    }
}
