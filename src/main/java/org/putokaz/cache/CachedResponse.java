package org.putokaz.cache;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.edge.SecurityHeaders;
import org.putokaz.http.response.CacheableResponse;
import org.putokaz.http.response.HttpDateFormat;
import org.putokaz.live.feed.FeedPosition;

/** An answer ready to be sent: bytes in both codings, and headers that need no more work than to be written. */
final class CachedResponse {

    private static final int HEADERS_BYTES = 6000;

    private final CacheableResponse answer;
    private final FeedPosition place;
    private final ResponseDependencies madeOf;
    private final Instant madeAt;
    private final Form plain;
    private final Form coded;
    private final @Nullable PreEncodedHeaders lastModified;
    private volatile @Nullable Freshness freshness;

    /** @param place up to which all changes are in it */
    CachedResponse(CacheableResponse answer, FeedPosition place, ResponseDependencies madeOf, Instant madeAt) {
        this.answer = answer;
        this.place = place;
        this.madeOf = madeOf;
        this.madeAt = madeAt;
        this.plain = Form.of(answer, false);
        this.coded = answer.isCompressible() ? Form.of(answer, true) : plain;
        Instant modified = answer.lastModified(Instant.MAX);
        this.lastModified =
                modified == null ? null : PreEncodedHeaders.of("Last-Modified", HttpDateFormat.format(modified));
    }

    private record Freshness(long left, PreEncodedHeaders cacheControl) {}

    /**
     * One representation.
     *
     * @param always headers of every response
     * @param ofBody those that describe the body, its length among them
     */
    record Form(Buffer body, PreEncodedHeaders always, PreEncodedHeaders ofBody) {

        static Form of(CacheableResponse answer, boolean gzip) {
            PreEncodedHeaders always = PreEncodedHeaders.of(line -> {
                SecurityHeaders.writeForPublicData(line);
                answer.writeStableHeaders(gzip, line::accept);
            });
            byte[] body = gzip ? answer.gzip() : answer.body();
            PreEncodedHeaders ofBody = PreEncodedHeaders.of(line -> {
                line.accept("Content-Type", answer.type());
                if (gzip) {
                    line.accept("Content-Encoding", "gzip");
                }
                line.accept("Content-Length", Integer.toString(body.length));
            });
            return new Form(Buffer.buffer(body), always, ofBody);
        }
    }

    FeedPosition place() {
        return place;
    }

    ResponseDependencies madeOf() {
        return madeOf;
    }

    /** Whether, for all that the store says, it reads like this at that moment. */
    boolean holdsAt(Instant now) {
        Instant end = answer.nextChange();
        return !now.isBefore(madeAt) && (end == null || now.isBefore(end));
    }

    boolean isHeldBy(CacheableResponse.ClientValidators client, Instant now) {
        return answer.matches(client, now);
    }

    Form form(boolean gzip) {
        return gzip ? coded : plain;
    }

    /** {@code Last-Modified}; null in the very second of the change. */
    @Nullable
    PreEncodedHeaders lastModified(Instant now) {
        return lastModified == null || answer.lastModified(now) == null ? null : lastModified;
    }

    /** {@code Cache-Control}; made anew when there are fewer seconds left. */
    PreEncodedHeaders cacheControl(Instant now, @Nullable Instant awaited) {
        long left = answer.remainingSeconds(now, awaited);
        Freshness last = freshness;
        if (last == null || last.left() != left) {
            last = new Freshness(left, PreEncodedHeaders.of("Cache-Control", answer.cacheControl(left)));
            freshness = last;
        }
        return last.cacheControl();
    }

    /** Roughly what it takes in memory. */
    int bytes() {
        return HEADERS_BYTES
                + plain.body().length()
                + (coded == plain ? 0 : coded.body().length());
    }
}
