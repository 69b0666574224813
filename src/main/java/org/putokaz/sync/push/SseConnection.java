package org.putokaz.sync.push;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.putokaz.sync.feed.FeedQuery;

/**
 * Open event stream of one client: the query that continues it, and at most one buffer that is being written. Written
 * to by the consumer thread and by the heartbeat timer; see {@link SseBroadcaster}.
 */
final class SseConnection {

    /** Reconnection time of the client, in milliseconds. */
    private static final Buffer RETRY_DIRECTIVE = Buffer.buffer("retry: 3000\n\n");

    private static final Buffer HEARTBEAT = Buffer.buffer(":\n\n");

    private final RoutingContext routing;
    private final Consumer<SseConnection> onDrained;
    /** Held from the start until the head is written: the connection is registered before, and others may send. */
    private final AtomicBoolean writing = new AtomicBoolean(true);
    /** {@link System#nanoTime} of the first heartbeat that found the connection blocked; 0 when it was not. */
    private volatile long blockedSince;

    private volatile FeedQuery query;
    private volatile boolean closed;

    /** @param onDrained called on the event loop when a buffer has been written and the next one may be sent */
    SseConnection(RoutingContext routing, FeedQuery query, Consumer<SseConnection> onDrained) {
        this.routing = routing;
        this.query = query;
        this.onDrained = onDrained;
    }

    FeedQuery query() {
        return query;
    }

    /** Sends the head of the response; a HEAD request ends there. */
    void open(Consumer<SseConnection> onClosed) {
        HttpServerResponse response = routing.response();
        routing.addEndHandler(ended -> {
            closed = true;
            onClosed.accept(this);
        });
        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream");
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // Turns off response buffering in nginx and other proxies that know the header.
        response.putHeader("X-Accel-Buffering", "no");
        if (routing.request().method().equals(HttpMethod.HEAD)) {
            response.end();
            return;
        }
        response.setChunked(true);
        response.drainHandler(drained -> onDrained.accept(this));
        writeReserved(RETRY_DIRECTIVE);
    }

    /** Whether the feed has advanced beyond this connection, and the connection can take a buffer. */
    boolean isBehind(long reached) {
        return !closed && !isBlocked() && query.position() < reached;
    }

    /** Whether the last buffer is not written yet, or the client does not read. */
    private boolean isBlocked() {
        return writing.get() || routing.response().writeQueueFull();
    }

    /** Does nothing while another buffer is being written: the position stays, and {@code onDrained} follows. */
    void send(Buffer events, FeedQuery next) {
        if (write(events)) {
            query = next;
        }
    }

    private boolean write(Buffer buffer) {
        if (closed || !writing.compareAndSet(false, true)) {
            return false;
        }
        writeReserved(buffer);
        return true;
    }

    /** Writes while {@link #writing} is held, and releases it afterwards. */
    private void writeReserved(Buffer buffer) {
        routing.response().write(buffer).onComplete(written -> {
            writing.set(false);
            if (written.failed()) {
                abort();
            } else {
                onDrained.accept(this);
            }
        });
    }

    /**
     * Sends a heartbeat, or closes the connection when it has been blocked for too long. Called by the timer alone.
     *
     * @param now {@link System#nanoTime}
     */
    void sendHeartbeat(long now, Duration maxBlocked) {
        if (closed) {
            return;
        }
        if (!isBlocked()) {
            blockedSince = 0;
            write(HEARTBEAT);
        } else if (blockedSince == 0) {
            blockedSince = now;
        } else if (now - blockedSince > maxBlocked.toNanos()) {
            abort();
        }
    }

    /** Closes the connection with a TCP reset. */
    void abort() {
        if (closed) {
            return;
        }
        closed = true;
        HttpConnection connection = routing.request().connection();
        if (connection instanceof ConnectionBase base) {
            // An orderly close, by Vert.x or by TCP, would wait for a client that does not read.
            Channel channel = base.channel();
            channel.eventLoop().execute(() -> {
                channel.config().setOption(ChannelOption.SO_LINGER, 0);
                channel.unsafe().close(channel.voidPromise());
            });
        } else {
            connection.close();
        }
    }
}
