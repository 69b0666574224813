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
import org.putokaz.http.response.PublicResponse;
import org.putokaz.live.feed.FeedNotifier;

/**
 * Writer of cached responses, either through Vert.x or as HTTP/1.1 bytes. Counts hits and misses as {@code
 * putokaz.cache.answers} with the {@code outcome} {@code kept} or {@code made}.
 */
@Singleton
class CachedResponseWriter {

    private static final byte[] OK = "HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOT_MODIFIED = "HTTP/1.1 304 Not Modified\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_OF_HEAD = "\r\n".getBytes(StandardCharsets.US_ASCII);
    /** Initial buffer space, in bytes, for the status line and the headers that are not part of the representation. */
    private static final int OTHER_HEAD_BYTES = 256;
    /** Served from the cache while the database is unreachable, so possibly out of date (RFC 9211). */
    private static final PreEncodedHeaders DATABASE_UNREACHABLE = PreEncodedHeaders.of(fields -> {
        fields.accept("Cache-Control", CacheControlPolicy.ALWAYS_REVALIDATE);
        fields.accept("Cache-Status", "putokaz; hit; detail=database-away");
    });

    private static final @Nullable Handler<AsyncResult<Void>> NO_HANDLER = null;

    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private volatile DateHeader dateHeader = new DateHeader("", PreEncodedHeaders.of(fields -> {}));
    private volatile PositionHeader positionHeader = PositionHeader.of(0);

    @Inject
    CachedResponseWriter(MeterRegistry meters) {
        registerCounter(meters, "kept", hits);
        registerCounter(meters, "made", misses);
    }

    /** Time, cache validity and feed position, read before the lookup whose result is sent with them. */
    record ValiditySnapshot(Instant now, FeedNotifier.CacheValidity validity, long position) {}

    /** {@code Date} header of one second. */
    private record DateHeader(CharSequence value, PreEncodedHeaders encoded) {}

    /** {@code Putokaz-Position} header of one feed position. */
    private record PositionHeader(long position, PreEncodedHeaders encoded) {

        static PositionHeader of(long position) {
            return new PositionHeader(
                    position, PreEncodedHeaders.of(PublicResponse.POSITION_HEADER, Long.toString(position)));
        }
    }

    private static void registerCounter(MeterRegistry meters, String outcome, LongAdder counter) {
        FunctionCounter.builder("putokaz.cache.answers", counter, LongAdder::sum)
                .description("Public answers sent as they were kept, and those made anew to be kept")
                .tag("outcome", outcome)
                .register(meters);
    }

    void countMiss() {
        misses.increment();
    }

    /** Sends the response through Vert.x. */
    void send(HttpServerRequest request, CacheRequest cacheRequest, CachedResponse cached, ValiditySnapshot snapshot) {
        hits.increment();
        HttpServerResponse response = request.response();
        MultiMap headers = response.headers();
        CachedResponse.Representation representation = cached.representation(cacheRequest.acceptsGzip());
        writeCommonHeaders(cached, representation, snapshot, fields -> fields.addTo(headers));
        if (cached.matches(cacheRequest.validators(), snapshot.now())) {
            response.setStatusCode(304);
            end(request, null);
            return;
        }
        representation.bodyHeaders().addTo(headers);
        end(request, request.method() == HttpMethod.HEAD ? null : representation.body());
    }

    /**
     * Encodes the response as HTTP/1.1 bytes, the same as {@link #send} produces. The caller releases the buffer.
     *
     * @param head whether the method is {@code HEAD}
     */
    ByteBuf encode(
            boolean head,
            CacheRequest cacheRequest,
            CachedResponse cached,
            ValiditySnapshot snapshot,
            ByteBufAllocator allocator) {
        hits.increment();
        CachedResponse.Representation representation = cached.representation(cacheRequest.acceptsGzip());
        boolean notModified = cached.matches(cacheRequest.validators(), snapshot.now());
        ByteBuf body = representation.body().getByteBuf();
        int bodyLength = notModified || head ? 0 : body.readableBytes();
        ByteBuf buffer = allocator.directBuffer(OTHER_HEAD_BYTES
                + representation.commonHeaders().length()
                + representation.bodyHeaders().length()
                + bodyLength);
        boolean complete = false;
        try {
            buffer.writeBytes(notModified ? NOT_MODIFIED : OK);
            writeCommonHeaders(cached, representation, snapshot, fields -> fields.writeTo(buffer));
            if (!notModified) {
                representation.bodyHeaders().writeTo(buffer);
            }
            buffer.writeBytes(END_OF_HEAD).writeBytes(body, 0, bodyLength);
            complete = true;
            return buffer;
        } finally {
            if (!complete) {
                buffer.release();
            }
        }
    }

    /** Writes the headers of every response, with or without a body. */
    private void writeCommonHeaders(
            CachedResponse cached,
            CachedResponse.Representation representation,
            ValiditySnapshot snapshot,
            Consumer<PreEncodedHeaders> target) {
        Instant now = snapshot.now();
        FeedNotifier.CacheValidity validity = snapshot.validity();
        target.accept(dateHeader(now));
        target.accept(positionHeader(snapshot.position()));
        target.accept(representation.commonHeaders());
        PreEncodedHeaders lastModified = cached.lastModified(now);
        if (lastModified != null) {
            target.accept(lastModified);
        }
        target.accept(
                validity.databaseReachable()
                        ? cached.cacheControl(now, validity.nextScheduledChange())
                        : DATABASE_UNREACHABLE);
    }

    /** Encoded again only after a publication. */
    private PreEncodedHeaders positionHeader(long position) {
        PositionHeader last = positionHeader;
        if (last.position() != position) {
            last = PositionHeader.of(position);
            positionHeader = last;
        }
        return last.encoded();
    }

    private PreEncodedHeaders dateHeader(Instant now) {
        CharSequence value = HttpDateFormat.dateHeader(now);
        DateHeader last = dateHeader;
        if (last.value() != value) {
            last = new DateHeader(value, PreEncodedHeaders.of("Date", value));
            dateHeader = last;
        }
        return last.encoded();
    }

    /**
     * Ends the response without a promise over HTTP/1.1, which costs less. Over HTTP/2 a promise is needed: without
     * one, a stream that the client resets closes the whole connection.
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
        if (request.connection() instanceof ConnectionBase connection) {
            LightweightIdleHandler.install(connection.channel());
        }
        if (body == null) {
            response.end(NO_HANDLER);
        } else {
            response.end(body, NO_HANDLER);
        }
    }
}
