package org.putokaz.cache.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.putokaz.fixture.Await;

/** HTTP cache in front of the service, run as a process with a configuration of {@code docs/caching.md}. */
final class FrontCache implements AutoCloseable {

    private static final String DOCUMENTED_ID = "01a20a90-1c5c-74a9-9b9a-d0da3d649a85";
    private static final String NGINX_FOLDER = "/var/cache/nginx/putokaz";
    private static final String NGINX_MAIN = """
            %s
            daemon off;
            pid %2$s/nginx.pid;
            error_log stderr warn;
            events {}
            http {
                access_log off;
                client_body_temp_path %2$s/temp;
                proxy_temp_path %2$s/temp;
                fastcgi_temp_path %2$s/temp;
                uwsgi_temp_path %2$s/temp;
                scgi_temp_path %2$s/temp;
            %3$s
            }
            """;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final Process process;
    private final CachingRecipe purgeCommands;

    private FrontCache(int port, Path folder, CachingRecipe purgeCommands, List<String> command) throws IOException {
        this.port = port;
        this.purgeCommands = purgeCommands;
        Path log = folder.resolve("log");
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Await.until(command.get(0), () -> {
            assertThat(process.isAlive()).as(read(log)).isTrue();
            return accepts(port);
        });
    }

    static FrontCache nginx(Path folder, int originPort) throws IOException {
        int port = freePort();
        String stored = folder.resolve("stored").toString();
        String recipe = CachingRecipe.of("nginx", "nginx")
                .with("127.0.0.1:8080", "127.0.0.1:" + originPort)
                .with("listen 80;", "listen 127.0.0.1:" + port + ";")
                .with(NGINX_FOLDER, stored)
                .text();
        // As root its workers would run as another user, who may not read the folder.
        String user = "root".equals(System.getProperty("user.name")) ? "user root;" : "";
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(configuration, NGINX_MAIN.formatted(user, folder, recipe));
        return new FrontCache(
                port,
                folder,
                CachingRecipe.of("nginx", "sh").with(NGINX_FOLDER, stored),
                List.of("/usr/sbin/nginx", "-p", folder.toString(), "-c", configuration.toString()));
    }

    static FrontCache varnish(Path folder, int originPort) throws IOException {
        int port = freePort();
        String recipe = CachingRecipe.of("Varnish", "vcl")
                .with("\"8080\"", "\"" + originPort + "\"")
                .text();
        Path configuration = Files.writeString(folder.resolve("default.vcl"), recipe);
        return new FrontCache(
                port,
                folder,
                CachingRecipe.of("Varnish", "sh").with("127.0.0.1:80/", "127.0.0.1:" + port + "/"),
                List.of(
                        "/usr/sbin/varnishd",
                        "-F",
                        "-j",
                        "none",
                        "-n",
                        folder.resolve("work").toString(),
                        "-a",
                        "127.0.0.1:" + port,
                        "-s",
                        "malloc,32m",
                        "-f",
                        configuration.toString()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (ConnectException notYet) {
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param headers names and values, alternating */
    HttpResponse<String> get(String target, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Runs the documented commands that make the cache forget what depends on an entry. */
    void purge(String id, String family) throws IOException, InterruptedException {
        String commands = purgeCommands
                .with("id=" + DOCUMENTED_ID, "id=" + id)
                .with("family=contact-channels", "family=" + family)
                .text();
        Process shell = new ProcessBuilder("sh", "-ec", commands)
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(output).isZero();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
