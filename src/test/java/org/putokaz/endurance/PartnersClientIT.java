package org.putokaz.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.putokaz.fixture.Python;

/** The client that {@code docs/} gives to partners: killed, and faced with a killed server, it ends with our state. */
class PartnersClientIT {

    private static final Path CLIENT = Path.of(System.getProperty("putokaz.basedir", "."), "docs", "putokaz_sync.py")
            .toAbsolutePath();
    private static final int CHANGES = 60;
    private static final String STATE = "import sqlite3,sys\n"
            + "for row in sqlite3.connect(sys.argv[1]).execute('select id, position, slug from entry order by id'):\n"
            + "    print(*row)";

    @TempDir
    Path folder;

    private Process python(String... arguments) throws IOException {
        return Python.start(folder, arguments);
    }

    @BeforeAll
    static void python() {
        Python.assumeHere();
    }

    @Test
    void theClientInTheDocsKeepsACopy() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (Server server = Server.on("h2", folder, "-Xmx512m")) {
            server.start();
            AtomicInteger changes = new AtomicInteger();
            Future<Map<String, String>> editor = threads.submit(new Editors(server.url(), 0, 7, changes, CHANGES));
            for (int part = 1; part <= 3; part++) {
                Process client = python(CLIENT.toString(), server.url(), "copy.db");
                while (changes.get() < CHANGES * part / 4) {
                    assertThat(client.isAlive()).isTrue();
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                client.destroyForcibly().waitFor();
                if (part == 2) {
                    server.kill();
                    server.start();
                }
            }
            editor.get(5, TimeUnit.MINUTES);

            Process last = python(CLIENT.toString(), server.url(), "copy.db", "once");
            String said = new String(last.getInputStream().readAllBytes());
            assertThat(last.waitFor()).as(said).isZero();

            Process rows = python("-c", STATE, "copy.db");
            List<String> kept =
                    new String(rows.getInputStream().readAllBytes()).lines().toList();
            assertThat(kept).containsExactlyElementsOf(published(server));
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> published(Server server) throws Exception {
        Partner fresh = new Partner(server.url(), 1000);
        fresh.finish();
        return fresh.call().state().entrySet().stream()
                .map(entry -> {
                    String[] words = entry.getValue().split(" ", 4);
                    return entry.getKey() + " " + words[0] + " " + words[2];
                })
                .sorted()
                .toList();
    }
}
