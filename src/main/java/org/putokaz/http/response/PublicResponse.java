package org.putokaz.http.response;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.FeedSource;
import org.putokaz.http.request.ResponseValidity;

/**
 * Complete public response to one request URL in one language, before it is known which coding a client accepts and
 * what the client has already.
 *
 * <p>Representations are written from it for as long as it is valid, by {@link PublicResponseWriter} or by a cache. The
 * arrays it returns must not be modified. Thread-safe.
 */
public final class PublicResponse {

    /** Name of the routing context's attribute that holds a {@link CacheSink}, if a cache wants the response. */
    public static final String CACHE_SINK_ATTRIBUTE = CacheSink.class.getName();

    /**
     * Name of the header with the position of the feed up to which the response contains all changes. A cached response
     * is confirmed at later positions, so it is not among the stable headers.
     */
    public static final String POSITION_HEADER = "Putokaz-Position";

    private final Content content;
    private final Map<String, String> headers;
    private final @Nullable Instant nextChange;
    private final @Nullable Instant lastChange;
    private final @Nullable UUID soleEntry;
    private final @Nullable FeedSource source;
    private final boolean alwaysRevalidated;
    private byte @Nullable [] gzip;

    /** Receiver of a response that may be sent to later requests too. */
    @FunctionalInterface
    public interface CacheSink {

        void store(PublicResponse response);
    }

    /** What a client already has, by the headers of its conditional request (RFC 9110, section 13.1). */
    public record ClientValidators(
            @Nullable String ifNoneMatch, @Nullable String ifModifiedSince) {}

    /** Bytes without a content coding, their media type and their entity tag. */
    @SuppressWarnings("ArrayRecordComponent") // Contents are not compared.
    record Content(byte[] bytes, String type, EntityTag tag) {

        Content(byte[] bytes, String type) {
            this(bytes, type, EntityTag.of(bytes));
        }
    }

    /**
     * @param headers those that hold for as long as the response does, such as its language
     * @param alwaysRevalidated whether caches must ask each time before they serve it
     */
    PublicResponse(Content content, Map<String, String> headers, ResponseValidity validity, boolean alwaysRevalidated) {
        this.content = content;
        this.headers = headers;
        this.nextChange = validity.nextChange();
        Instant changed = validity.lastChange();
        this.lastChange = changed == null ? null : changed.truncatedTo(ChronoUnit.SECONDS);
        this.soleEntry = validity.soleEntry();
        this.source = validity.source();
        this.alwaysRevalidated = alwaysRevalidated;
    }

    /** Whether the body is long enough for a compressed form. */
    public boolean isCompressible() {
        return content.bytes().length >= GzipEncoding.MIN_BYTES;
    }

    /** The body without a content coding. */
    public byte[] body() {
        return content.bytes();
    }

    /** The body with the content coding gzip; compressed when it is first asked for. */
    public synchronized byte[] gzip() {
        if (gzip == null) {
            gzip = GzipEncoding.compress(content.bytes());
        }
        return gzip;
    }

    /** The value of {@code Content-Type}. */
    public String type() {
        return content.type();
    }

    /** The value of {@code Content-Language}; null for a multilingual response. */
    public @Nullable String language() {
        return headers.get(HttpHeaders.CONTENT_LANGUAGE);
    }

    /** When the response will change by itself; null when no such moment is known. */
    public @Nullable Instant nextChange() {
        return nextChange;
    }

    /** The entry that alone decides how the response reads; null when others may. */
    public @Nullable UUID soleEntry() {
        return soleEntry;
    }

    /** What the response was read from; null when it was not read from the store. */
    public @Nullable FeedSource source() {
        return source;
    }

    /** Writes the headers that stay the same for as long as the response is valid, each once. */
    public void writeStableHeaders(boolean gzip, BiConsumer<String, String> header) {
        header.accept(HttpHeaders.ETAG, content.tag().header(gzip));
        headers.forEach(header);
    }

    /** Seconds until the response or the store changes, as {@link #cacheControl} takes them. */
    public long remainingSeconds(Instant now, @Nullable Instant scheduledChange) {
        return CacheControlPolicy.remainingSeconds(now, nextChange, scheduledChange);
    }

    /** The value of {@code Cache-Control}. */
    public String cacheControl(long remainingSeconds) {
        return alwaysRevalidated
                ? CacheControlPolicy.ALWAYS_REVALIDATE
                : CacheControlPolicy.forContent(remainingSeconds);
    }

    /**
     * The value of {@code Last-Modified}, in whole seconds. Null when the response never changes, and within the second
     * of the change: two states of that second would have one date (RFC 9110, section 8.8.2.2).
     */
    public @Nullable Instant lastModified(Instant now) {
        return lastChange == null || lastChange.getEpochSecond() >= now.getEpochSecond() ? null : lastChange;
    }

    /** Whether the client has this response already and is to be sent a 304 (RFC 9110, section 13.2.2). */
    public boolean matches(ClientValidators client, Instant now) {
        if (client.ifNoneMatch() != null) {
            return content.tag().matches(client.ifNoneMatch());
        }
        if (client.ifModifiedSince() == null) {
            return false;
        }
        Instant since = HttpDateFormat.parse(client.ifModifiedSince());
        Instant modified = lastModified(now);
        return since != null && modified != null && !modified.isAfter(since);
    }
}
