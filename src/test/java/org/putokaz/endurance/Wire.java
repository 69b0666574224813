package org.putokaz.endurance;

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

/** Asks a server that may be gone at any moment. What was not read to its end was not answered. */
final class Wire {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String server;

    Wire(String server) {
        this.server = server;
    }

    record Answer(int status, JsonNode body, @Nullable String tag) {}

    /** @throws IOException when it is not known what became of it */
    Answer ask(String method, String path, @Nullable String body, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path))
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
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 503) {
                // It says that nothing was done and when to come again; that is not for ever.
                throw new IOException("not now");
            }
            String text = answer.body();
            return new Answer(
                    answer.statusCode(),
                    text.isEmpty() ? JSON.nullNode() : JSON.readTree(text),
                    answer.headers().firstValue("ETag").orElse(null));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** An answer of one JSON value a line. */
    List<JsonNode> lines(String path) throws IOException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(server + path)).build();
            List<JsonNode> lines = new ArrayList<>();
            for (String line : client.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines()
                    .toList()) {
                lines.add(JSON.readTree(line));
            }
            return lines;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
