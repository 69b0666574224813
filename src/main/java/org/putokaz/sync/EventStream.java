package org.putokaz.sync;

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

/** One open event stream: where it stands, and at most one piece that is on its way. */
final class EventStream {

    /** After how many milliseconds a browser that lost the line comes back. */
    private static final Buffer GREETING = Buffer.buffer("retry: 3000\n\n");

    private static final Buffer HEARTBEAT = Buffer.buffer(":\n\n");

    private final RoutingContext routing;
    private final Runnable ready;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile long busySince;
    private volatile Question question;
    private volatile boolean over;

    EventStream(RoutingContext routing, Question question, Runnable ready) {
        this.routing = routing;
        this.question = question;
        this.ready = ready;
    }

    Question question() {
        return question;
    }

    void begin(Consumer<EventStream> whenOver) {
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
        write(GREETING);
    }

    boolean waitsFor(long reached) {
        return !over && !busy.get() && question.position() < reached;
    }

    /** Does nothing while a heartbeat is on its way; the stream then stands where it stood, and is ready soon. */
    void send(Buffer piece, Question next) {
        if (write(piece)) {
            question = next;
        }
    }

    private boolean write(Buffer piece) {
        if (over || !busy.compareAndSet(false, true)) {
            return false;
        }
        busySince = System.nanoTime();
        routing.response().write(piece).onComplete(written -> {
            busy.set(false);
            if (written.failed()) {
                drop();
            } else {
                ready.run();
            }
        });
        return true;
    }

    /** Shows that the line is alive, or finds that it is not. */
    void beat(long now, Duration patience) {
        if (!busy.get()) {
            write(HEARTBEAT);
        } else if (now - busySince > patience.toNanos()) {
            drop();
        }
    }

    void drop() {
        over = true;
        HttpConnection connection = routing.request().connection();
        if (connection instanceof ConnectionBase held) {
            // An orderly close would first wait for what the reader does not take.
            held.channel().close();
        } else {
            connection.close();
        }
    }
}
