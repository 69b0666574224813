package org.putokaz.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
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
 * Editors publish, partners follow, and the server is killed with SIGKILL five times. In the end every partner has exactly
 * what is published, and nothing that an editor was told is missing. How many changes: {@code -Dputokaz.endurance=10000}.
 */
class ModelPartnerIT {

    private static final int CHANGES = Integer.getInteger("putokaz.endurance", 400);
    private static final long SEED = Long.getLong("putokaz.seed", 20261124);
    private static final int EDITORS = 4;
    private static final int KILLS = 5;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void everyPartnerEndsWithWhatIsPublished(String database) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (Server server = Server.on(database, folder)) {
            server.start();
            AtomicInteger changes = new AtomicInteger();
            List<Future<Map<String, String>>> editors = new ArrayList<>();
            for (int i = 0; i < EDITORS; i++) {
                editors.add(threads.submit(new Editors(server.url(), i, SEED, changes, CHANGES)));
            }
            Map<Partner, Future<Copy>> partners = new java.util.LinkedHashMap<>();
            for (int limit : new int[] {1000, 7}) {
                Partner partner = new Partner(server.url(), limit);
                partners.put(partner, threads.submit(partner));
            }
            for (int kill = 1; kill <= KILLS; kill++) {
                int after = CHANGES * kill / (KILLS + 1);
                while (changes.get() < after) {
                    failed(editors);
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                server.kill();
                server.start();
            }
            Map<String, String> acknowledged = new TreeMap<>();
            for (Future<Map<String, String>> editor : editors) {
                acknowledged.putAll(editor.get(30, TimeUnit.MINUTES));
            }
            partners.keySet().forEach(Partner::finish);
            Map<String, String> published = published(server);
            for (Future<Copy> partner : partners.values()) {
                assertThat(partner.get(5, TimeUnit.MINUTES).state()).isEqualTo(published);
            }
            assertAcknowledged(acknowledged, published);
            System.out.printf(
                    "%s, seed %d: %d changes acknowledged, %d kills, %d entries live, position %d%n",
                    database, SEED, changes.get(), KILLS, published.size(), position(server));
        } finally {
            threads.shutdownNow();
        }
    }

    /** An editor who has failed says why at once. */
    private static void failed(List<Future<Map<String, String>>> editors) throws Exception {
        for (Future<?> editor : editors) {
            if (editor.isDone()) {
                editor.get();
            }
        }
    }

    private static Map<String, String> published(Server server) throws Exception {
        Partner fresh = new Partner(server.url(), 1000);
        fresh.finish();
        return fresh.call().state();
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
