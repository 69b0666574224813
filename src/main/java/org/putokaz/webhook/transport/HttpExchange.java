package org.putokaz.webhook.transport;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response, within a time limit and a size limit. Used once.
 *
 * <p>The first of response, failure and timeout completes the result; then the connection is closed unless the response
 * was read to its end. Of the response no more than {@link #MAX_RESPONSE_BYTES} is read.
 */
final class HttpExchange {

    static final int MAX_RESPONSE_BYTES = 16 * 1024;

    private final Vertx vertx;
    private final byte[] body;
    private final long startedAtNanos;
    private final CompletableFuture<DeliveryResult> result = new CompletableFuture<>();
    private volatile @Nullable HttpClientRequest openRequest;
    private boolean connected;

    /** @param startedAtNanos {@link System#nanoTime} at the start of the attempt */
    HttpExchange(Vertx vertx, byte[] body, long startedAtNanos) {
        this.vertx = vertx;
        this.body = body;
        this.startedAtNanos = startedAtNanos;
    }

    static Duration elapsedSince(long startedAtNanos) {
        return Duration.ofNanos(System.nanoTime() - startedAtNanos);
    }

    /** Never fails: every failure is a result. */
    CompletionStage<DeliveryResult> run(Future<HttpClientRequest> request, Duration timeout) {
        long timer = vertx.setTimer(timeout.toMillis(), expired -> fail(DeliveryFailure.TIMED_OUT));
        request.onSuccess(this::send).onFailure(this::fail);
        return result.whenComplete((completed, never) -> {
            vertx.cancelTimer(timer);
            closeIfOpen();
        });
    }

    private void closeIfOpen() {
        HttpClientRequest request = openRequest;
        if (request != null) {
            request.reset();
        }
    }

    private void send(HttpClientRequest request) {
        connected = true;
        openRequest = request;
        request.exceptionHandler(this::fail);
        if (result.isDone()) {
            closeIfOpen();
            return;
        }
        request.response().onSuccess(this::read).onFailure(this::fail);
        request.end(Buffer.buffer(body)).onFailure(this::fail);
    }

    private void read(HttpClientResponse response) {
        Buffer prefix = Buffer.buffer();
        response.exceptionHandler(this::fail);
        response.handler(bytes -> {
            prefix.appendBuffer(bytes, 0, Math.min(bytes.length(), MAX_RESPONSE_BYTES - prefix.length()));
            if (prefix.length() == MAX_RESPONSE_BYTES) {
                succeed(response, prefix);
            }
        });
        response.endHandler(end -> {
            openRequest = null;
            succeed(response, prefix);
        });
    }

    private void succeed(HttpClientResponse response, Buffer prefix) {
        String retryAfter = response.getHeader(HttpHeaders.RETRY_AFTER);
        result.complete(DeliveryResult.ofResponse(
                response.statusCode(), prefix.getBytes(), retryAfter, elapsedSince(startedAtNanos)));
    }

    private void fail(Throwable cause) {
        fail(failureOf(cause));
    }

    private void fail(DeliveryFailure failure) {
        result.complete(DeliveryResult.failed(failure, elapsedSince(startedAtNanos)));
    }

    private DeliveryFailure failureOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof GeneralSecurityException || cause instanceof SSLException) {
                return DeliveryFailure.CERTIFICATE_NOT_TRUSTED;
            }
            // Netty's connect timeout is a ConnectException too.
            if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return DeliveryFailure.NOT_CONNECTED;
            }
        }
        return !connected && failure instanceof IOException
                ? DeliveryFailure.NOT_CONNECTED
                : DeliveryFailure.BROKEN_OFF;
    }
}
