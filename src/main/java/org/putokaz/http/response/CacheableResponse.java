package org.putokaz.http.response;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.RequestContext;

/**
 * A public answer in full: what everybody gets who asks this, whatever coding he takes and whatever he has already. From
 * it a representation is written at any moment until the answer changes, by the REST layer or without it.
 */
public final class CacheableResponse {

    /** Under this name a {@link Keeper} stands in the exchange when it would like to have the answer. */
    public static final String KEEPER = CacheableResponse.class.getName();

    private final byte[] body;
    private final String type;
    private final EntityTag tag;
    private final Map<String, String> fields;
    private final @Nullable Instant changesAt;
    /** The second, by its beginning. */
    private final @Nullable Instant changedIn;

    private final @Nullable UUID entry;
    private final @Nullable Source source;
    private final boolean askEachTime;
    private byte @Nullable [] gzip;

    /** Takes the answers that would be the same for the next who asks. */
    @FunctionalInterface
    public interface Keeper {

        void keep(CacheableResponse answer);
    }

    /**
     * Where the feed stood in what an answer was read from.
     *
     * @param collation what the sort keys of that store were made by
     */
    public record Source(UUID feed, String collation, long position) {

        public boolean isBefore(Source other) {
            return feed.equals(other.feed) && position < other.position;
        }
    }

    /** What a client already has, by the headers that say so (RFC 9110, section 13.1). */
    public record Has(
            @Nullable String ifNoneMatch, @Nullable String ifModifiedSince) {}

    /** What is sent, without a coding. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares two.
    record Body(byte[] bytes, String type, EntityTag tag) {}

    /**
     * @param fields headers that hold for the answer as long as it does, such as its language; nobody changes them later
     * @param askEachTime whether nobody may take it without asking
     */
    CacheableResponse(Body body, Map<String, String> fields, RequestContext reader, boolean askEachTime) {
        this.body = body.bytes();
        this.type = body.type();
        this.tag = body.tag();
        this.fields = fields;
        this.changesAt = reader.nextChange();
        Instant changedAt = reader.lastChange();
        this.changedIn = changedAt == null ? null : changedAt.truncatedTo(ChronoUnit.SECONDS);
        this.entry = reader.entry();
        this.source = reader.source();
        this.askEachTime = askEachTime;
    }

    /** Whether it is long enough to be worth a coded form. */
    public boolean isCodable() {
        return body.length >= GzipEncoding.LEAST_BYTES;
    }

    /** The bytes without a coding, which nobody changes. */
    public byte[] body() {
        return body;
    }

    /** The same coded with gzip, which nobody changes either. */
    public synchronized byte[] gzip() {
        if (gzip == null) {
            gzip = GzipEncoding.of(body);
        }
        return gzip;
    }

    public String type() {
        return type;
    }

    /** When it begins to read differently by itself; null where that is not known. */
    public @Nullable Instant changesAt() {
        return changesAt;
    }

    /** The entry that alone decides how it reads; null where that is not sure. */
    public @Nullable UUID entry() {
        return entry;
    }

    /** What it was read from; null when it was not read from the store. */
    public @Nullable Source source() {
        return source;
    }

    /** The headers that never change, each once. */
    public void writeFields(boolean gzip, BiConsumer<String, String> header) {
        header.accept(HttpHeaders.ETAG, tag.header(gzip));
        fields.forEach(header);
    }

    /** How many seconds the answer has left, as {@link #cacheControl} takes them. */
    public long left(Instant now, @Nullable Instant awaited) {
        return CacheControlPolicy.left(now, changesAt, awaited);
    }

    /** {@code Cache-Control}, with so many seconds {@linkplain #left left}. */
    public String cacheControl(long left) {
        return askEachTime ? CacheControlPolicy.ASK_EACH_TIME : CacheControlPolicy.of(left);
    }

    /**
     * {@code Last-Modified}: when it last changed, in whole seconds. Null within that very second: an answer made twice in
     * it could differ under one date (RFC 9110, section 8.8.2.2).
     */
    public @Nullable Instant lastModified(Instant now) {
        return changedIn == null || changedIn.getEpochSecond() >= now.getEpochSecond() ? null : changedIn;
    }

    /** Whether the client need not be sent what he has (304). */
    public boolean isHeldBy(Has client, Instant now) {
        if (client.ifNoneMatch() != null) {
            return tag.isIn(client.ifNoneMatch());
        }
        if (client.ifModifiedSince() == null) {
            return false;
        }
        Instant since = HttpDateFormat.read(client.ifModifiedSince());
        Instant modified = lastModified(now);
        return since != null && modified != null && !modified.isAfter(since);
    }
}
