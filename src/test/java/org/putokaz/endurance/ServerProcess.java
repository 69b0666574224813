package org.putokaz.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.putokaz.fixture.Tokens;

/**
 * Process of the jar, started as an operator starts it. Its database is another process or a file, so it survives a
 * SIGKILL of the service.
 */
final class ServerProcess implements AutoCloseable {

    private static final Path JAR =
            Path.of(System.getProperty("putokaz.basedir", "."), "target", "quarkus-app", "quarkus-run.jar");
    private static final Pattern USED_HEAP = Pattern.compile("used (\\d+)K");
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

    private final Path folder;
    private final int port = freePort();
    private final int managementPort = freePort();
    private final int databasePort = freePort();
    private final List<String> settings = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable EmbeddedPostgres postgresql;
    private @Nullable Process process;

    private ServerProcess(Path folder) {
        this.folder = folder;
    }

    /** @param database {@code h2} or {@code postgresql} */
    static ServerProcess on(String database, Path folder, String... settings) throws IOException {
        ServerProcess server = new ServerProcess(folder);
        server.settings.addAll(List.of(settings));
        if (database.equals("postgresql")) {
            server.startDatabase();
            server.settings.add(
                    "-Dquarkus.datasource.jdbc.url=" + server.database().getJdbcUrl("postgres", "postgres"));
            server.settings.add("-Dquarkus.datasource.username=postgres");
        }
        return server;
    }

    /** Starts PostgreSQL, with the data it had when it was stopped. */
    void startDatabase() throws IOException {
        // The embedded server switches durability off by default, and these tests need it.
        postgresql = EmbeddedPostgres.builder()
                .setPort(databasePort)
                .setDataDirectory(folder.resolve("postgresql"))
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    void stopDatabase() throws IOException {
        database().close();
        postgresql = null;
    }

    private EmbeddedPostgres database() {
        return Objects.requireNonNull(postgresql, "no database is running");
    }

    /** Another node on the same database; it must be closed before this one. */
    ServerProcess sibling(Path otherFolder) {
        ServerProcess sibling = new ServerProcess(otherFolder);
        sibling.settings.addAll(settings);
        return sibling;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** Starts the process and waits until it is ready. */
    void start() throws IOException, InterruptedException {
        assertThat(JAR).as("the jar; build it with mvn package").exists();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Several processes start on two cores, for seconds each: these are ready a third sooner. The bytecode is
        // verified
        // where .ci/run starts the jar.
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote"));
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dquarkus.management.port=" + managementPort);
        command.add("-Dputokaz.security.bootstrap-token=" + Tokens.BOOTSTRAP);
        command.addAll(settings);
        command.add("-jar");
        command.add(JAR.toString());
        process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
        awaitReady();
    }

    private void awaitReady() throws IOException, InterruptedException {
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                if (process == null || !process.isAlive()) {
                    break;
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("The server did not start:\n" + Files.readString(folder.resolve("log")));
    }

    String managementUrl() {
        return "http://localhost:" + managementPort;
    }

    /** Ends the process with SIGKILL, without a shutdown. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Used heap after a garbage collection, in bytes. */
    long heapAfterCollection() throws IOException, InterruptedException {
        String pid = Long.toString(Objects.requireNonNull(process).pid());
        jcmd(pid, "GC.run");
        Matcher used = USED_HEAP.matcher(jcmd(pid, "GC.heap_info"));
        assertThat(used.find()).isTrue();
        return Long.parseLong(used.group(1)) * 1024;
    }

    private static String jcmd(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.addAll(List.of(arguments));
        Process jcmd = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return output;
    }

    String log() throws IOException {
        Path log = folder.resolve("log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** Prints the warnings and errors of the log, because the folder is deleted after the test. */
    @Override
    public void close() throws Exception {
        kill();
        log().lines()
                .filter(line -> line.matches("\\S+ \\S+ (WARN|ERROR) .*|Caused by.*|\\tat org\\.putokaz\\..*"))
                .limit(200)
                .forEach(System.out::println);
        if (postgresql != null) {
            postgresql.close();
        }
    }
}
