package org.putokaz.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** During an outage of the database, cached responses are served with a mark, and all other requests get 503. */
class DatabaseOutageIT {

    private static final String LIST = "/api/v1/contact-channels?lang=en";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void cachedResponsesAreServedDuringAnOutage() throws Exception {
        try (ServerProcess server = ServerProcess.on("postgresql", folder)) {
            server.start();
            HttpResponse<String> before = get(server.url() + LIST, null);
            assertThat(before.statusCode()).isEqualTo(200);
            assertThat(before.headers().firstValue("Cache-Status")).isEmpty();

            server.stopDatabase();
            HttpResponse<String> marked = awaitCacheStatus(server, true);
            assertThat(marked.body()).isEqualTo(before.body());
            assertThat(marked.headers().firstValue("Cache-Status")).hasValue("putokaz; hit; detail=database-away");
            assertThat(marked.headers().firstValue("Cache-Control")).hasValue("public, no-cache");
            String tag = before.headers().firstValue("ETag").orElseThrow();
            assertThat(get(server.url() + LIST, tag).statusCode()).isEqualTo(304);

            HttpResponse<String> uncached = get(server.url() + "/api/v1/help-guides?limit=7", null);
            assertThat(uncached.statusCode()).isEqualTo(503);
            assertThat(uncached.headers().firstValue("Retry-After")).isPresent();
            assertThat(get(server.managementUrl() + "/q/health/ready", null).statusCode())
                    .isEqualTo(503);
            assertThat(get(server.managementUrl() + "/q/health/live", null).statusCode())
                    .isEqualTo(200);

            server.startDatabase();
            HttpResponse<String> after = awaitCacheStatus(server, false);
            assertThat(after.body()).isEqualTo(before.body());
            assertThat(get(server.url() + "/api/v1/help-guides?limit=7", null).statusCode())
                    .isEqualTo(200);
        }
    }

    /** Waits until the list has the header {@code Cache-Status}, or has it no more. Each response must be a 200. */
    private HttpResponse<String> awaitCacheStatus(ServerProcess server, boolean present) throws Exception {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < deadline) {
            HttpResponse<String> response = get(server.url() + LIST, null);
            assertThat(response.statusCode()).isEqualTo(200);
            if (response.headers().firstValue("Cache-Status").isPresent() == present) {
                return response;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("Cache-Status is still " + (present ? "absent" : "present"));
    }

    private HttpResponse<String> get(String url, @Nullable String entityTag) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30));
        if (entityTag != null) {
            request.header("If-None-Match", entityTag);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
