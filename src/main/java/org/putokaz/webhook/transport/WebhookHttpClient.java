package org.putokaz.webhook.transport;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.putokaz.webhook.WebhookConfig;

/**
 * Asynchronous HTTP client of webhook deliveries; no thread waits for a response.
 *
 * <p>A connection goes to the address that was checked, uses the host name for TLS, and serves one request. Redirects
 * are not followed.
 */
@Singleton
public class WebhookHttpClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** Per address. High, because many endpoints may share one, and a slow one must not delay the others. */
    private static final int MAX_CONNECTIONS = 10_000;

    private final Vertx vertx;
    private final HttpClient client;
    private final DestinationResolver destinations;
    private final Duration timeout;

    @Inject
    WebhookHttpClient(Vertx vertx, DestinationResolver destinations, WebhookConfig config) {
        this(vertx, destinations, config.timeout(), new HttpClientOptions());
    }

    /** @param options with the trusted certificates; all others are set here */
    WebhookHttpClient(Vertx vertx, DestinationResolver destinations, Duration timeout, HttpClientOptions options) {
        this.vertx = vertx;
        this.destinations = destinations;
        this.timeout = timeout;
        int connectTimeoutMillis = (int) Math.min(CONNECT_TIMEOUT.toMillis(), timeout.toMillis());
        this.client = vertx.httpClientBuilder()
                .with(options.setKeepAlive(false)
                        .setVerifyHost(true)
                        .setTrustAll(false)
                        .setMaxPoolSize(MAX_CONNECTIONS)
                        .setConnectTimeout(connectTimeoutMillis)
                        .setSslHandshakeTimeout(connectTimeoutMillis)
                        .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS))
                // A broken connection is a result of the delivery; without a handler it is logged as an error.
                .withConnectHandler(connection -> connection.exceptionHandler(broken -> {}))
                .build();
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Sends a POST request. The stage never fails: every failure is a result. */
    public CompletionStage<DeliveryResult> post(WebhookUrl url, Map<String, String> headers, byte[] body) {
        long startedAtNanos = System.nanoTime();
        CompletableFuture<DeliveryResult> result = new CompletableFuture<>();
        destinations
                .resolve(url)
                .thenCompose(destination -> exchange(destination, headers, body, startedAtNanos))
                .whenComplete((completed, failure) -> result.complete(
                        failure == null
                                ? completed
                                : DeliveryResult.failed(
                                        failureOf(failure), HttpExchange.elapsedSince(startedAtNanos))));
        return result;
    }

    private static DeliveryFailure failureOf(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof DeliveryFailedException failed ? failed.failure() : DeliveryFailure.BROKEN_OFF;
    }

    private CompletionStage<DeliveryResult> exchange(
            ResolvedDestination destination, Map<String, String> headers, byte[] body, long startedAtNanos) {
        WebhookUrl url = destination.url();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(
                        url.port(), destination.address().getHostAddress()))
                .setHost(url.host())
                .setPort(url.port())
                .setSsl(url.secure())
                .setURI(url.target())
                .setFollowRedirects(false);
        headers.forEach(options::putHeader);
        return new HttpExchange(vertx, body, startedAtNanos).run(client.request(options), timeout);
    }
}
