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

/** One request and its answer, of which no more is read than is kept. */
final class HttpExchange {

    /** Enough for any acknowledgement. */
    static final int MOST_BYTES = 16 * 1024;

    private final Vertx vertx;
    private final byte[] body;
    private final long began;
    private final CompletableFuture<DeliveryResult> answer = new CompletableFuture<>();
    private volatile @Nullable HttpClientRequest open;
    private boolean connected;

    /** @param began {@link System#nanoTime} when the attempt did */
    HttpExchange(Vertx vertx, byte[] body, long began) {
        this.vertx = vertx;
        this.body = body;
        this.began = began;
    }

    static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Never fails. Whatever is still open when the time is up is closed. */
    CompletionStage<DeliveryResult> within(Duration most, Future<HttpClientRequest> request) {
        long timer = vertx.setTimer(
                most.toMillis(), over -> end(DeliveryResult.none(DeliveryFailure.TIMED_OUT, since(began))));
        request.onSuccess(this::send).onFailure(this::fail);
        return answer.whenComplete((came, never) -> {
            vertx.cancelTimer(timer);
            close();
        });
    }

    private void end(DeliveryResult came) {
        answer.complete(came);
    }

    /** Ends the connection, unless the answer has come to its end. */
    private void close() {
        HttpClientRequest request = open;
        if (request != null) {
            request.reset();
        }
    }

    private void send(HttpClientRequest request) {
        connected = true;
        open = request;
        request.exceptionHandler(this::fail);
        if (answer.isDone()) {
            close();
            return;
        }
        request.response().onSuccess(this::read).onFailure(this::fail);
        request.end(Buffer.buffer(body)).onFailure(this::fail);
    }

    private void read(HttpClientResponse response) {
        Buffer start = Buffer.buffer();
        response.exceptionHandler(this::fail);
        response.handler(bytes -> {
            start.appendBuffer(bytes, 0, Math.min(bytes.length(), MOST_BYTES - start.length()));
            if (start.length() == MOST_BYTES) {
                end(came(response, start));
            }
        });
        response.endHandler(done -> {
            open = null;
            end(came(response, start));
        });
    }

    private DeliveryResult came(HttpClientResponse response, Buffer start) {
        return DeliveryResult.of(
                response.statusCode(), start.getBytes(), response.getHeader(HttpHeaders.RETRY_AFTER), since(began));
    }

    private void fail(Throwable failure) {
        end(DeliveryResult.none(fault(failure), since(began)));
    }

    private DeliveryFailure fault(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof GeneralSecurityException || cause instanceof SSLException) {
                return DeliveryFailure.CERTIFICATE_NOT_TRUSTED;
            }
            // Netty's time-out of a connection is one of these too.
            if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return DeliveryFailure.NOT_CONNECTED;
            }
        }
        return !connected && failure instanceof IOException
                ? DeliveryFailure.NOT_CONNECTED
                : DeliveryFailure.BROKEN_OFF;
    }
}
