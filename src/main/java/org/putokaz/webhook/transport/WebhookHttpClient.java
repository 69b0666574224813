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
 * Sends and waits without a thread. A connection goes to the address that was checked, carries the name for the server's
 * certificate, and is used once; redirects are answers like others.
 */
@Singleton
public class WebhookHttpClient {

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    /** Many endpoints may be behind one address, and a slow one must not make the others wait. */
    private static final int MOST_CONNECTIONS = 10_000;

    private final Vertx vertx;
    private final HttpClient client;
    private final DestinationResolver destinations;
    private final Duration timeout;

    @Inject
    WebhookHttpClient(Vertx vertx, DestinationResolver destinations, WebhookConfig config) {
        this(vertx, destinations, config.timeout(), new HttpClientOptions());
    }

    /** @param options that say whom to trust; the rest is set here */
    WebhookHttpClient(Vertx vertx, DestinationResolver destinations, Duration timeout, HttpClientOptions options) {
        this.vertx = vertx;
        this.destinations = destinations;
        this.timeout = timeout;
        int toConnect = (int) Math.min(TO_CONNECT.toMillis(), timeout.toMillis());
        this.client = vertx.httpClientBuilder()
                .with(options.setKeepAlive(false)
                        .setVerifyHost(true)
                        .setTrustAll(false)
                        .setMaxPoolSize(MOST_CONNECTIONS)
                        .setConnectTimeout(toConnect)
                        .setSslHandshakeTimeout(toConnect)
                        .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS))
                // A partner that breaks off is noted where the partner sees it, and is no error of ours in the log.
                .withConnectHandler(connection -> connection.exceptionHandler(brokenOff -> {}))
                .build();
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Posts these bytes; never fails, whatever happens is the answer. */
    public CompletionStage<DeliveryResult> post(WebhookUrl url, Map<String, String> headers, byte[] body) {
        long began = System.nanoTime();
        CompletableFuture<DeliveryResult> answer = new CompletableFuture<>();
        destinations
                .find(url)
                .thenCompose(there -> exchange(there, headers, body, began))
                .whenComplete((came, failure) -> answer.complete(
                        failure == null ? came : DeliveryResult.none(fault(failure), HttpExchange.since(began))));
        return answer;
    }

    private static DeliveryFailure fault(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof DeliveryFailure.Happened happened ? happened.fault() : DeliveryFailure.BROKEN_OFF;
    }

    private CompletionStage<DeliveryResult> exchange(
            ResolvedDestination there, Map<String, String> headers, byte[] body, long began) {
        WebhookUrl url = there.url();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(
                        url.port(), there.address().getHostAddress()))
                .setHost(url.host())
                .setPort(url.port())
                .setSsl(url.secure())
                .setURI(url.target())
                .setFollowRedirects(false);
        headers.forEach(options::putHeader);
        HttpExchange exchange = new HttpExchange(vertx, body, began);
        return exchange.within(timeout, client.request(options));
    }
}
