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

/** One open event stream: where it stands, and at most one piece that is on its way. */
final class SseConnection {

    /** After how many milliseconds a browser that lost the line comes back. */
    private static final Buffer GREETING = Buffer.buffer("retry: 3000\n\n");

    private static final Buffer HEARTBEAT = Buffer.buffer(":\n\n");

    private final RoutingContext routing;
    private final Consumer<SseConnection> ready;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile long stuckSince;
    private volatile FeedQuery question;
    private volatile boolean over;

    SseConnection(RoutingContext routing, FeedQuery question, Consumer<SseConnection> ready) {
        this.routing = routing;
        this.question = question;
        this.ready = ready;
    }

    FeedQuery question() {
        return question;
    }

    void begin(Consumer<SseConnection> whenOver) {
        HttpServerResponse response = routing.response();
        routing.addEndHandler(done -> {
            over = true;
            whenOver.accept(this);
        });
        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream");
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // Proxies that gather answers before they hand them on are asked not to.
        response.putHeader("X-Accel-Buffering", "no");
        if (routing.request().method().equals(HttpMethod.HEAD)) {
            response.end();
            return;
        }
        response.setChunked(true);
        response.drainHandler(drained -> ready.accept(this));
        write(GREETING);
    }

    boolean waitsFor(long reached) {
        return !over && !isStuck() && question.position() < reached;
    }

    /** Whether what was written last has not gone out, or not been taken. */
    private boolean isStuck() {
        return busy.get() || routing.response().writeQueueFull();
    }

    /** Does nothing while a heartbeat is on its way; the stream then stands where it stood, and is ready soon. */
    void send(Buffer piece, FeedQuery next) {
        if (write(piece)) {
            question = next;
        }
    }

    private boolean write(Buffer piece) {
        if (over || !busy.compareAndSet(false, true)) {
            return false;
        }
        routing.response().write(piece).onComplete(written -> {
            busy.set(false);
            if (written.failed()) {
                drop();
            } else {
                ready.accept(this);
            }
        });
        return true;
    }

    /** Shows that the line is alive, or finds that its reader has taken nothing for too long; on one thread alone. */
    void beat(long now, Duration patience) {
        if (over) {
            return;
        }
        if (!isStuck()) {
            stuckSince = 0;
            write(HEARTBEAT);
        } else if (stuckSince == 0) {
            stuckSince = now;
        } else if (now - stuckSince > patience.toNanos()) {
            drop();
        }
    }

    void drop() {
        if (over) {
            return;
        }
        over = true;
        HttpConnection connection = routing.request().connection();
        if (connection instanceof ConnectionBase held) {
            // An orderly end, Vert.x' or the system's, would first wait for what the reader does not take.
            Channel channel = held.channel();
            channel.eventLoop().execute(() -> {
                channel.config().setOption(ChannelOption.SO_LINGER, 0);
                channel.unsafe().close(channel.voidPromise());
            });
        } else {
            connection.close();
        }
    }
}
