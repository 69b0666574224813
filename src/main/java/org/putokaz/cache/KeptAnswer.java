package org.putokaz.cache;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.Answer;
import org.putokaz.http.HttpDates;
import org.putokaz.http.SecurityHeaders;
import org.putokaz.live.FeedWatch;

/** An answer ready to be sent: bytes in both codings, and headers that need no more work than to be written. */
final class KeptAnswer {

    private static final int HEADERS_BYTES = 6000;

    private final Answer answer;
    private final FeedWatch.Place place;
    private final MadeOf madeOf;
    private final Instant madeAt;
    private final Form plain;
    private final Form coded;
    private final @Nullable Lines lastModified;
    private volatile @Nullable Freshness freshness;

    /** @param place up to which all changes are in it */
    KeptAnswer(Answer answer, FeedWatch.Place place, MadeOf madeOf, Instant madeAt) {
        this.answer = answer;
        this.place = place;
        this.madeOf = madeOf;
        this.madeAt = madeAt;
        this.plain = Form.of(answer, false);
        this.coded = answer.isCodable() ? Form.of(answer, true) : plain;
        Instant modified = answer.lastModified(Instant.MAX);
        this.lastModified = modified == null ? null : Lines.of("Last-Modified", HttpDates.write(modified));
    }

    private record Freshness(long left, Lines cacheControl) {}

    /**
     * One representation.
     *
     * @param always headers of every response
     * @param ofBody those that describe the body, its length among them
     */
    record Form(Buffer body, Lines always, Lines ofBody) {

        static Form of(Answer answer, boolean gzip) {
            Lines always = Lines.of(line -> {
                SecurityHeaders.ofPublicData(line);
                answer.writeFields(gzip, line::accept);
            });
            byte[] body = gzip ? answer.gzip() : answer.body();
            Lines ofBody = Lines.of(line -> {
                line.accept("Content-Type", answer.type());
                if (gzip) {
                    line.accept("Content-Encoding", "gzip");
                }
                line.accept("Content-Length", Integer.toString(body.length));
            });
            return new Form(Buffer.buffer(body), always, ofBody);
        }
    }

    FeedWatch.Place place() {
        return place;
    }

    MadeOf madeOf() {
        return madeOf;
    }

    /** Whether, for all that the store says, it reads like this at that moment. */
    boolean holdsAt(Instant now) {
        Instant end = answer.changesAt();
        return !now.isBefore(madeAt) && (end == null || now.isBefore(end));
    }

    boolean isHeldBy(Answer.Has client, Instant now) {
        return answer.isHeldBy(client, now);
    }

    Form form(boolean gzip) {
        return gzip ? coded : plain;
    }

    /** {@code Last-Modified}; null in the very second of the change. */
    @Nullable
    Lines lastModified(Instant now) {
        return lastModified == null || answer.lastModified(now) == null ? null : lastModified;
    }

    /** {@code Cache-Control}; made anew when there are fewer seconds left. */
    Lines cacheControl(Instant now, @Nullable Instant awaited) {
        long left = answer.left(now, awaited);
        Freshness last = freshness;
        if (last == null || last.left() != left) {
            last = new Freshness(left, Lines.of("Cache-Control", answer.cacheControl(left)));
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
