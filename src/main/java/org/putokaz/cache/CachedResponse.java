package org.putokaz.cache;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.edge.SecurityHeaders;
import org.putokaz.http.response.HttpDateFormat;
import org.putokaz.http.response.PublicResponse;
import org.putokaz.live.feed.FeedPosition;

/** Cached response: bodies in both content codings, with pre-encoded headers. */
final class CachedResponse {

    private static final int HEADERS_BYTES = 6000;

    private final PublicResponse response;
    private final FeedPosition validFrom;
    private final ResponseDependencies dependencies;
    private final Instant createdAt;
    private final Representation identity;
    private final Representation gzip;
    private final @Nullable PreEncodedHeaders lastModified;
    private volatile @Nullable Freshness freshness;

    /** @param validFrom feed position up to which the response contains all changes */
    CachedResponse(
            PublicResponse response, FeedPosition validFrom, ResponseDependencies dependencies, Instant createdAt) {
        this.response = response;
        this.validFrom = validFrom;
        this.dependencies = dependencies;
        this.createdAt = createdAt;
        this.identity = Representation.of(response, false);
        this.gzip = response.isCompressible() ? Representation.of(response, true) : identity;
        Instant modified = response.lastModified(Instant.MAX);
        this.lastModified =
                modified == null ? null : PreEncodedHeaders.of("Last-Modified", HttpDateFormat.format(modified));
    }

    /** {@code Cache-Control} header for a remaining lifetime in seconds. */
    private record Freshness(long remainingSeconds, PreEncodedHeaders cacheControl) {}

    /**
     * Representation in one content coding.
     *
     * @param commonHeaders headers of every response, including 304
     * @param bodyHeaders headers that describe the body, including its length
     */
    record Representation(Buffer body, PreEncodedHeaders commonHeaders, PreEncodedHeaders bodyHeaders) {

        static Representation of(PublicResponse response, boolean gzip) {
            PreEncodedHeaders commonHeaders = PreEncodedHeaders.of(fields -> {
                SecurityHeaders.writeForPublicData(fields);
                response.writeStableHeaders(gzip, fields::accept);
            });
            byte[] body = gzip ? response.gzip() : response.body();
            PreEncodedHeaders bodyHeaders = PreEncodedHeaders.of(fields -> {
                fields.accept("Content-Type", response.type());
                if (gzip) {
                    fields.accept("Content-Encoding", "gzip");
                }
                fields.accept("Content-Length", Integer.toString(body.length));
            });
            return new Representation(Buffer.buffer(body), commonHeaders, bodyHeaders);
        }
    }

    FeedPosition validFrom() {
        return validFrom;
    }

    ResponseDependencies dependencies() {
        return dependencies;
    }

    /** Whether the response, as long as the database does not change, is the same at {@code now}. */
    boolean isValidAt(Instant now) {
        Instant end = response.nextChange();
        return !now.isBefore(createdAt) && (end == null || now.isBefore(end));
    }

    /** Whether the client has the response already (RFC 9110, section 13). */
    boolean matches(PublicResponse.ClientValidators validators, Instant now) {
        return response.matches(validators, now);
    }

    Representation representation(boolean acceptsGzip) {
        return acceptsGzip ? gzip : identity;
    }

    /** {@code Last-Modified} header; null within the second of the change. */
    @Nullable
    PreEncodedHeaders lastModified(Instant now) {
        return lastModified == null || response.lastModified(now) == null ? null : lastModified;
    }

    /** {@code Cache-Control} header, encoded again only when the remaining seconds have changed. */
    PreEncodedHeaders cacheControl(Instant now, @Nullable Instant nextScheduledChange) {
        long remaining = response.remainingSeconds(now, nextScheduledChange);
        Freshness last = freshness;
        if (last == null || last.remainingSeconds() != remaining) {
            last = new Freshness(remaining, PreEncodedHeaders.of("Cache-Control", response.cacheControl(remaining)));
            freshness = last;
        }
        return last.cacheControl();
    }

    /** Estimated heap size in bytes. */
    int estimatedBytes() {
        return HEADERS_BYTES
                + identity.body().length()
                + (gzip == identity ? 0 : gzip.body().length());
    }
}
