package org.putokaz.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Client of the editorial API that changes and publishes events. */
final class EditorialClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> tags = new HashMap<>();
    private final int port;

    EditorialClient(int port) {
        this.port = port;
    }

    /** Waits until the editorial API knows an event that came with the pack, which it looks for once a minute. */
    void awaitEntry(Event event) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(150).toNanos();
        while (tags.get(event.id()) == null) {
            HttpResponse<String> response = send("GET", event, "", "");
            if (response.statusCode() == 200) {
                tags.put(event.id(), tag(response));
            } else if (System.nanoTime() > end) {
                throw new IOException("The editorial API does not find " + event.slug() + ": " + response.body());
            } else {
                Pause.millis(500);
            }
        }
    }

    /** Saves and publishes an edition; returns the position of the change. */
    long publish(Event event, long edition) throws IOException {
        ObjectNode draft = JSON.createObjectNode();
        draft.set("content", event.content(edition));
        change("PUT", event, "", draft.toString());
        JsonNode published = change("POST", event, "/publish", "{}");
        return published.at("/live/position").asLong();
    }

    private JsonNode change(String method, Event event, String action, String body) throws IOException {
        HttpResponse<String> response = send(method, event, action, body);
        if (response.statusCode() != 200) {
            throw new IOException(method + " " + event.slug() + action + " answered " + response.statusCode() + " "
                    + response.body());
        }
        tags.put(event.id(), tag(response));
        return JSON.readTree(response.body());
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<String> send(String method, Event event, String action, String body) throws IOException {
        String url = "http://127.0.0.1:" + port + "/editorial/v1/history-events/" + event.id() + action;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + PutokazService.TOKEN)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json").header("If-Match", tags.get(event.id()));
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
