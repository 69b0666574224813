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

/** The database goes away and comes back: what was read before goes on, marked; everything else says "later". */
class DatabaseAwayIT {

    private static final String LIST = "/api/v1/contact-channels?lang=en";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void readersGoOnWithWhatIsKept() throws Exception {
        try (Server server = Server.on("postgresql", folder)) {
            server.start();
            HttpResponse<String> before = get(server.url() + LIST, null);
            assertThat(before.statusCode()).isEqualTo(200);
            assertThat(before.headers().firstValue("Cache-Status")).isEmpty();

            server.stopDatabase();
            HttpResponse<String> marked = awaitMark(server, true);
            assertThat(marked.body()).isEqualTo(before.body());
            assertThat(marked.headers().firstValue("Cache-Status")).hasValue("putokaz; hit; detail=database-away");
            assertThat(marked.headers().firstValue("Cache-Control")).hasValue("public, no-cache");
            String tag = before.headers().firstValue("ETag").orElseThrow();
            assertThat(get(server.url() + LIST, tag).statusCode()).isEqualTo(304);

            HttpResponse<String> unknown = get(server.url() + "/api/v1/help-guides?limit=7", null);
            assertThat(unknown.statusCode()).isEqualTo(503);
            assertThat(unknown.headers().firstValue("Retry-After")).isPresent();
            assertThat(get(server.managementUrl() + "/q/health/ready", null).statusCode())
                    .isEqualTo(503);
            assertThat(get(server.managementUrl() + "/q/health/live", null).statusCode())
                    .isEqualTo(200);

            server.startDatabase();
            HttpResponse<String> after = awaitMark(server, false);
            assertThat(after.body()).isEqualTo(before.body());
            assertThat(get(server.url() + "/api/v1/help-guides?limit=7", null).statusCode())
                    .isEqualTo(200);
        }
    }

    private HttpResponse<String> awaitMark(Server server, boolean marked) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            HttpResponse<String> answer = get(server.url() + LIST, null);
            // There is no moment at which it is not answered.
            assertThat(answer.statusCode()).isEqualTo(200);
            if (answer.headers().firstValue("Cache-Status").isPresent() == marked) {
                return answer;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("The mark did not " + (marked ? "come" : "go"));
    }

    private HttpResponse<String> get(String url, @Nullable String tag) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30));
        if (tag != null) {
            request.header("If-None-Match", tag);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
