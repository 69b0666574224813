package org.putokaz.sync.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.putokaz.sync.feed.FeedQuery;

/** One event stream on a bare Vert.x server, without the broadcaster. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class SseConnectionTest {

    private static final FeedQuery START = new FeedQuery(0, 0, Set.of(), 10);
    private static final FeedQuery NEXT = new FeedQuery(1, 1, Set.of(), 10);
    private static final Buffer EVENT = Buffer.buffer("id: 1\n\n");
    private static final String RETRY = "retry: 3000\n\n";

    /** The broadcaster registers a connection before it is open, so a change or a heartbeat may come in between. */
    @Test
    void whatIsSentBeforeTheHeadNeitherReplacesTheHeadersNorMovesThePosition() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Router router = Router.router(vertx);
            router.get().handler(SseConnectionTest::sendTooEarly);
            HttpServer server = vertx.createHttpServer()
                    .requestHandler(router)
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();

            HttpResponse<InputStream> response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + "/"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                assertThat(response.headers().firstValue("content-type")).contains("text/event-stream");
                assertThat(response.headers().firstValue("cache-control")).contains("no-store");
                assertThat(new String(body.readNBytes(RETRY.length()), StandardCharsets.UTF_8))
                        .isEqualTo(RETRY);
                assertThat(new String(body.readNBytes(EVENT.length()), StandardCharsets.UTF_8))
                        .isEqualTo(EVENT.toString());
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }

    private static void sendTooEarly(RoutingContext routing) {
        SseConnection connection = new SseConnection(routing, START, drained -> {
            if (drained.query() == START) {
                drained.send(EVENT, NEXT);
            }
        });
        connection.sendHeartbeat(System.nanoTime(), Duration.ofMinutes(1));
        connection.send(EVENT, NEXT);
        assertThat(connection.query()).isSameAs(START);
        connection.open(closed -> {});
    }
}
