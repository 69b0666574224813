package org.putokaz.cache;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.putokaz.cache.netty.LightweightIdleHandler;
import org.putokaz.http.response.CacheControlPolicy;
import org.putokaz.http.response.HttpDateFormat;
import org.putokaz.live.feed.FeedNotifier;

/**
 * Puts kept answers on the wire, and tells operators how many: {@code putokaz.cache.answers}, by {@code outcome} {@code
 * kept} or {@code made}.
 */
@Singleton
class CachedResponseWriter {

    private static final byte[] OK = "HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOT_MODIFIED = "HTTP/1.1 304 Not Modified\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_OF_HEAD = "\r\n".getBytes(StandardCharsets.US_ASCII);
    /** Enough for the lines that are not the answer's own. */
    private static final int OTHER_LINES = 256;
    /** RFC 9211: it comes from here, and whether it is still right could not be found out. */
    private static final PreEncodedHeaders OUT_OF_TOUCH = PreEncodedHeaders.of(line -> {
        line.accept("Cache-Control", CacheControlPolicy.ALWAYS_REVALIDATE);
        line.accept("Cache-Status", "putokaz; hit; detail=database-away");
    });

    private static final @Nullable Handler<AsyncResult<Void>> NOBODY = null;

    private final LongAdder kept = new LongAdder();
    private final LongAdder made = new LongAdder();
    private volatile Second second = new Second("", PreEncodedHeaders.of(line -> {}));

    @Inject
    CachedResponseWriter(MeterRegistry meters) {
        count(meters, "kept", kept);
        count(meters, "made", made);
    }

    /** When it is answered, and what was to be expected then, before the answer was found to be current. */
    record Moment(Instant now, FeedNotifier.CacheValidity outlook) {}

    private record Second(CharSequence date, PreEncodedHeaders line) {}

    private static void count(MeterRegistry meters, String outcome, LongAdder counted) {
        FunctionCounter.builder("putokaz.cache.answers", counted, LongAdder::sum)
                .description("Public answers sent as they were kept, and those made anew to be kept")
                .tag("outcome", outcome)
                .register(meters);
    }

    void countMade() {
        made.increment();
    }

    /** By the server's own response. */
    void send(HttpServerRequest request, CacheRequest asked, CachedResponse answer, Moment moment) {
        kept.increment();
        HttpServerResponse response = request.response();
        MultiMap headers = response.headers();
        CachedResponse.Form form = answer.form(asked.gzip());
        writeHead(answer, form, moment, lines -> lines.addTo(headers));
        if (answer.isHeldBy(asked.has(), moment.now())) {
            response.setStatusCode(304);
            end(request, null);
            return;
        }
        form.ofBody().addTo(headers);
        end(request, request.method() == HttpMethod.HEAD ? null : form.body());
    }

    /** The same as the bytes of HTTP/1.1, for whoever has the connection to himself. */
    ByteBuf write(boolean head, CacheRequest asked, CachedResponse answer, Moment moment, ByteBufAllocator memory) {
        kept.increment();
        CachedResponse.Form form = answer.form(asked.gzip());
        boolean held = answer.isHeldBy(asked.has(), moment.now());
        ByteBuf body = form.body().getByteBuf();
        int length = held || head ? 0 : body.readableBytes();
        ByteBuf wire = memory.directBuffer(
                OTHER_LINES + form.always().length() + form.ofBody().length() + length);
        boolean whole = false;
        try {
            wire.writeBytes(held ? NOT_MODIFIED : OK);
            writeHead(answer, form, moment, lines -> lines.writeTo(wire));
            if (!held) {
                form.ofBody().writeTo(wire);
            }
            wire.writeBytes(END_OF_HEAD).writeBytes(body, 0, length);
            whole = true;
            return wire;
        } finally {
            if (!whole) {
                wire.release();
            }
        }
    }

    /** The headers of every response with this answer, whether or not it has a body. */
    private void writeHead(
            CachedResponse answer, CachedResponse.Form form, Moment moment, Consumer<PreEncodedHeaders> head) {
        Instant now = moment.now();
        FeedNotifier.CacheValidity outlook = moment.outlook();
        head.accept(date(now));
        head.accept(form.always());
        PreEncodedHeaders lastModified = answer.lastModified(now);
        if (lastModified != null) {
            head.accept(lastModified);
        }
        head.accept(
                outlook.databaseReachable() ? answer.cacheControl(now, outlook.nextScheduledChange()) : OUT_OF_TOUCH);
    }

    private PreEncodedHeaders date(Instant now) {
        CharSequence date = HttpDateFormat.dateHeader(now);
        Second known = second;
        if (known.date() != date) {
            known = new Second(date, PreEncodedHeaders.of("Date", date));
            second = known;
        }
        return known.line();
    }

    /**
     * Nobody waits for the response to be written, and without a promise it takes less; but over HTTP/2 a promise of nobody
     * takes the whole connection with it when a client gives up one of its streams.
     */
    private static void end(HttpServerRequest request, @Nullable Buffer body) {
        HttpServerResponse response = request.response();
        if (request.version() == HttpVersion.HTTP_2) {
            if (body == null) {
                response.end();
            } else {
                response.end(body);
            }
            return;
        }
        if (request.connection() instanceof ConnectionBase held) {
            LightweightIdleHandler.watch(held.channel());
        }
        if (body == null) {
            response.end(NOBODY);
        } else {
            response.end(body, NOBODY);
        }
    }
}
