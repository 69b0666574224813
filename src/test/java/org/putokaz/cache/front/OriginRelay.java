package org.putokaz.cache.front;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Relay of GET and HEAD requests between a cache and the service under test. It counts them, can be stopped as a service
 * fails, and can shorten the lifetimes that the service gives, so that a test need not wait for a minute.
 */
final class OriginRelay implements AutoCloseable {

    private static final Set<String> CONNECTION_HEADERS =
            Set.of("connection", "content-length", "transfer-encoding", "host", "upgrade", "http2-settings", "date");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpServer server;
    private volatile String maxAge = "";
    private volatile String staleIfError = "";

    OriginRelay() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Has every positive {@code max-age} and {@code stale-if-error} be so many seconds. */
    void shortenLifetimes(int maxAgeSeconds, int staleIfErrorSeconds) {
        maxAge = "max-age=" + maxAgeSeconds;
        staleIfError = "stale-if-error=" + staleIfErrorSeconds;
    }

    /** How many requests for this path and query have come through. */
    int count(String target) {
        return counts.getOrDefault(target, 0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String target = exchange.getRequestURI().toString();
            counts.merge(target, 1, Integer::sum);
            HttpResponse<byte[]> response = forward(exchange, target);
            response.headers().map().forEach((name, values) -> respondHeader(exchange, name, values));
            byte[] body = response.body();
            exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, String target) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + target))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.noBody());
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!isOfTheConnection(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private void respondHeader(HttpExchange exchange, String name, List<String> values) {
        if (!isOfTheConnection(name)) {
            exchange.getResponseHeaders()
                    .put(
                            name,
                            name.equalsIgnoreCase("Cache-Control")
                                    ? values.stream().map(this::shortened).toList()
                                    : values);
        }
    }

    private String shortened(String cacheControl) {
        return maxAge.isEmpty()
                ? cacheControl
                : cacheControl
                        .replaceAll("max-age=[1-9][0-9]*", maxAge)
                        .replaceAll("stale-if-error=[0-9]+", staleIfError);
    }

    private static boolean isOfTheConnection(String name) {
        return CONNECTION_HEADERS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Refuses connections from now on. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
