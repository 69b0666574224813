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
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.putokaz.fixture.Tokens;

/** The jar as an operator starts it, on a database of its own that survives a SIGKILL of the service. */
final class Server implements AutoCloseable {

    private static final Path JAR =
            Path.of(System.getProperty("putokaz.basedir", "."), "target", "quarkus-app", "quarkus-run.jar");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final int port = freePort();
    private final int management = freePort();
    private final int databasePort = freePort();
    private final List<String> settings = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable EmbeddedPostgres postgresql;
    private @Nullable Process process;

    private Server(Path folder) {
        this.folder = folder;
    }

    /** @param database {@code h2} or {@code postgresql} */
    static Server on(String database, Path folder, String... settings) throws IOException {
        Server server = new Server(folder);
        server.settings.addAll(List.of(settings));
        if (database.equals("postgresql")) {
            server.startDatabase();
            server.settings.add(
                    "-Dquarkus.datasource.jdbc.url=" + server.database().getJdbcUrl("postgres", "postgres"));
            server.settings.add("-Dquarkus.datasource.username=postgres");
        }
        return server;
    }

    /** Starts PostgreSQL, with what it held when it was stopped. */
    void startDatabase() throws IOException {
        // Its makers switch off what makes a commit last, which is just what is asked here.
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
        return java.util.Objects.requireNonNull(postgresql, "no database is running");
    }

    /** Another node on the same database, which this one must outlive. */
    Server sibling(Path otherFolder) {
        Server sibling = new Server(otherFolder);
        sibling.settings.addAll(settings);
        return sibling;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new AssertionError(none);
        }
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** Starts it and waits until it is ready. */
    void start() throws IOException, InterruptedException {
        assertThat(JAR).as("the jar; build it with mvn package").exists();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dquarkus.management.port=" + management);
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
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://localhost:" + management + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
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
        throw new AssertionError("It did not start:\n" + Files.readString(folder.resolve("log")));
    }

    String managementUrl() {
        return "http://localhost:" + management;
    }

    /** SIGKILL: nothing is flushed, nothing is said good-bye to. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Bytes that are still held after a collection. */
    long heapAfterCollection() throws IOException, InterruptedException {
        String pid = Long.toString(java.util.Objects.requireNonNull(process).pid());
        jcmd(pid, "GC.run");
        Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
        assertThat(used.find()).isTrue();
        return Long.parseLong(used.group(1)) * 1024;
    }

    private static String jcmd(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.addAll(List.of(arguments));
        Process jcmd = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return said;
    }

    String log() throws IOException {
        Path log = folder.resolve("log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** What it complained of is said before its folder goes. */
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
