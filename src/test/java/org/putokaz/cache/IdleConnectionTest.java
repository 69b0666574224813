package org.putokaz.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.OidcEnabled;
import org.putokaz.http.RawConnection;

/** Idle timeout of connections, with cached and uncached responses. */
@HttpTest
@TestProfile(OidcEnabled.class)
class IdleConnectionTest {

    private static final String GUIDES = "/api/v1/help-guides?lang=en";
    private static final String REFUSED = "/api/v1/help-guides?nonsense=1";
    private static final Duration IDLE = OidcEnabled.IDLE_TIMEOUT;

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    @ParameterizedTest
    @ValueSource(strings = {GUIDES, REFUSED})
    void anIdleConnectionIsClosed(String path) throws IOException {
        try (RawConnection connection = RawConnection.open()) {
            for (int i = 0; i < 3; i++) {
                connection.exchange("GET", path);
            }
            long since = System.nanoTime();
            assertThat(connection.read(new byte[1])).as("the end").isNegative();
            assertThat(System.nanoTime() - since)
                    .isBetween(
                            TimeUnit.MILLISECONDS.toNanos(800),
                            IDLE.multipliedBy(4).toNanos());
        }
    }

    @Test
    void aConnectionInUseStaysOpen() throws IOException {
        try (RawConnection connection = RawConnection.open()) {
            for (int i = 0; i < 6; i++) {
                connection.send(RawConnection.requestText("GET", i % 2 == 0 ? GUIDES : REFUSED));
                assertThat(connection.readResponse().status()).isEqualTo(i % 2 == 0 ? 200 : 400);
                pause(IDLE.dividedBy(2));
            }
        }
    }

    /** Nothing is read from its connection any more, but heartbeats are written. */
    @Test
    void aStreamAfterACachedResponseIsNotIdle() throws IOException {
        try (RawConnection connection = RawConnection.open()) {
            for (int i = 0; i < 2; i++) {
                connection.exchange("GET", GUIDES);
            }
            connection.send(RawConnection.requestText("GET", "/api/v1/changes/stream"));
            long end = System.nanoTime() + IDLE.multipliedBy(4).toNanos();
            byte[] piece = new byte[1000];
            while (System.nanoTime() < end) {
                assertThat(connection.read(piece)).as("the stream").isPositive();
            }
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws IOException {
        try (RawConnection connection = RawConnection.open()) {
            connection.exchange("GET", GUIDES);
            for (int i = 0; i < 20; i++) {
                connection.send(RawConnection.requestText("GET", i % 3 == 1 ? REFUSED : GUIDES));
            }
            for (int i = 0; i < 20; i++) {
                assertThat(connection.readResponse().status()).isEqualTo(i % 3 == 1 ? 400 : 200);
            }
        }
    }

    @Test
    void theTimeoutIsTheSameOverHttp2() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + GUIDES));
        String computed = client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .body();
        for (int i = 0; i < 5; i++) {
            HttpResponse<String> cached = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(cached.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(cached.body()).isEqualTo(computed);
        }
        String tag = client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(client.send(request.header("If-None-Match", tag).build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(304);
        pause(IDLE.multipliedBy(4));
        assertThat(client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void aResetHttp2StreamLeavesTheOthersOpen() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            HttpClientOptions options = new HttpClientOptions()
                    .setProtocolVersion(HttpVersion.HTTP_2)
                    .setHttp2ClearTextUpgrade(false)
                    // No body is sent before the window is opened.
                    .setInitialSettings(new Http2Settings().setInitialWindowSize(0));
            io.vertx.core.http.HttpClient client = vertx.createHttpClient(options);
            HttpClientRequest request = null;
            AtomicBoolean closed = new AtomicBoolean();
            for (int i = 0; i < 3; i++) {
                request = await(client.request(HttpMethod.GET, RestAssured.port, "localhost", GUIDES));
                assertThat(await(request.send()).statusCode()).isEqualTo(200);
                request.connection().closeHandler(over -> closed.set(true));
                request.reset();
            }
            for (int i = 0; i < 3; i++) {
                HttpClientRequest head = await(client.request(HttpMethod.HEAD, RestAssured.port, "localhost", GUIDES));
                assertThat(await(head.send()).statusCode()).isEqualTo(200);
                assertThat(head.connection()).isSameAs(request.connection());
            }
            assertThat(closed).isFalse();
        } finally {
            await(vertx.close());
        }
    }

    private static <T> T await(Future<T> awaited) throws Exception {
        return awaited.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
