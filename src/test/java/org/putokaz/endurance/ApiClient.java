package org.putokaz.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.putokaz.fixture.Tokens;

/** HTTP client of a server that may be killed at any time. Editorial and partner requests carry the admin token. */
final class ApiClient {

    static final String EVENTS = "/editorial/v1/history-events";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String serverUrl;

    ApiClient(String serverUrl) {
        this.serverUrl = serverUrl;
    }

    /** A response with its JSON body, and its entity tag if it has one. */
    record ApiResponse(int status, JsonNode body, @Nullable String entityTag) {}

    ApiResponse get(String path) throws IOException {
        return send("GET", path, null);
    }

    /** Sends JSON, with further headers as alternating names and values. */
    ApiResponse sendJson(String method, String path, String body, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return send(method, path, body, all.toArray(String[]::new));
    }

    /**
     * @param headers alternating names and values
     * @throws IOException when the response was not read to its end, so its effect is unknown, and on 503
     */
    ApiResponse send(String method, String path, @Nullable String body, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(serverUrl + path))
                .timeout(Duration.ofSeconds(60))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (path.startsWith("/editorial") || path.startsWith("/partner")) {
            request.header("Authorization", "Bearer " + Tokens.BOOTSTRAP);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = send(request.build());
        if (response.statusCode() == 503) {
            // Nothing was done, and the request may be repeated later.
            throw new IOException("503");
        }
        String text = response.body();
        return new ApiResponse(
                response.statusCode(),
                text.isEmpty() ? JSON.nullNode() : JSON.readTree(text),
                response.headers().firstValue("ETag").orElse(null));
    }

    /** A response that has one JSON value on each line. */
    List<JsonNode> getLines(String path) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(serverUrl + path)).build();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : send(request).body().lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** Creates an event and publishes it; returns the time of the acknowledgement, {@link System#nanoTime}. */
    long publishEvent(String slug) throws IOException {
        ApiResponse created = sendJson(
                "POST",
                EVENTS,
                "{\"slug\":\"" + slug + "\",\"content\":{\"date\":\"2020\",\"title\":{\"sr-Cyrl\":\"За све\"},"
                        + "\"category\":\"milestone\"}}");
        ApiResponse published = sendJson(
                "POST",
                EVENTS + "/" + created.body().get("id").asText() + "/publish",
                "{}",
                "If-Match",
                String.valueOf(created.entityTag()));
        assertThat(published.status()).isEqualTo(200);
        return System.nanoTime();
    }
}
