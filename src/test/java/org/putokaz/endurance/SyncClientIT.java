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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.putokaz.fixture.NeedsProgram;
import org.putokaz.fixture.Python;

/** The client {@code docs/putokaz_sync.py} keeps a replica, though both it and the server are killed. */
@NeedsProgram(value = "python3", debianPackage = "python3")
class SyncClientIT {

    private static final Path CLIENT = Path.of(System.getProperty("putokaz.basedir", "."), "docs", "putokaz_sync.py")
            .toAbsolutePath();
    private static final int CHANGES = 60;
    private static final String PRINT_ENTRIES = "import sqlite3,sys\n"
            + "for row in sqlite3.connect(sys.argv[1]).execute('select id, position, slug from entry order by id'):\n"
            + "    print(*row)";

    @TempDir
    Path folder;

    private Process python(String... arguments) throws IOException {
        return Python.start(folder, arguments);
    }

    @Test
    void theClientInTheDocsKeepsAReplica() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (ServerProcess server = ServerProcess.on("h2", folder, "-Xmx512m")) {
            server.start();
            AtomicInteger changes = new AtomicInteger();
            Future<Map<String, String>> editor =
                    executor.submit(new RandomEditor(server.url(), 0, 7, changes, CHANGES));
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

            Process lastRun = python(CLIENT.toString(), server.url(), "copy.db", "once");
            String output = new String(lastRun.getInputStream().readAllBytes());
            assertThat(lastRun.waitFor()).as(output).isZero();

            Process printEntries = python("-c", PRINT_ENTRIES, "copy.db");
            List<String> entries = new String(printEntries.getInputStream().readAllBytes())
                    .lines()
                    .toList();
            assertThat(entries).containsExactlyElementsOf(published(server));
        } finally {
            executor.shutdownNow();
        }
    }

    /** Id, position and slug of each entry. */
    private static List<String> published(ServerProcess server) throws Exception {
        return ReplicaPoller.readAll(server.url()).replica().state().entrySet().stream()
                .map(entry -> {
                    String[] words = entry.getValue().split(" ", 4);
                    return entry.getKey() + " " + words[0] + " " + words[2];
                })
                .sorted()
                .toList();
    }
}
