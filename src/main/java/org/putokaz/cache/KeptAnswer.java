package org.putokaz.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.Answer;
import org.putokaz.http.HttpDates;
import org.putokaz.http.SecurityHeaders;
import org.putokaz.live.FeedWatch;

/** An answer ready to be sent: bytes in both codings, and headers that need no more work than to be written. */
final class KeptAnswer {

    private static final int HEADERS_BYTES = 3000;
    private static final CharSequence LAST_MODIFIED = HttpHeaders.createOptimized("Last-Modified");

    private final Answer answer;
    private final FeedWatch.Place place;
    private final MadeOf madeOf;
    private final Instant madeAt;
    private final Form plain;
    private final Form coded;
    private final @Nullable Instant modified;
    private final CharSequence lastModified;
    private volatile Freshness freshness = new Freshness(-2, "");

    /** @param place up to which all changes are in it */
    KeptAnswer(Answer answer, FeedWatch.Place place, MadeOf madeOf, Instant madeAt) {
        this.answer = answer;
        this.place = place;
        this.madeOf = madeOf;
        this.madeAt = madeAt;
        this.plain = Form.of(answer, false);
        this.coded = answer.isCodable() ? Form.of(answer, true) : plain;
        this.modified = answer.lastModified(Instant.MAX);
        this.lastModified = modified == null ? "" : HttpHeaders.createOptimized(HttpDates.write(modified));
    }

    /** Headers, name and value in turn. */
    private static final class Headers {

        private final List<CharSequence> lines = new ArrayList<>();

        void add(CharSequence name, CharSequence value) {
            lines.add(name);
            lines.add(value);
        }

        void addAnew(String name, String value) {
            add(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
        }

        CharSequence[] toArray() {
            return lines.toArray(CharSequence[]::new);
        }
    }

    private record Freshness(long left, CharSequence cacheControl) {}

    /**
     * One representation.
     *
     * @param always headers of every response, name and value in turn
     * @param withBody those that describe the body
     */
    private record Form(Buffer body, CharSequence[] always, CharSequence[] withBody) {

        static Form of(Answer answer, boolean gzip) {
            Headers always = new Headers();
            SecurityHeaders.ofPublicData(always::add);
            answer.writeFields(gzip, always::addAnew);
            Headers withBody = new Headers();
            withBody.addAnew("Content-Type", answer.type());
            if (gzip) {
                withBody.addAnew("Content-Encoding", "gzip");
            }
            byte[] body = gzip ? answer.gzip() : answer.body();
            withBody.addAnew("Content-Length", Integer.toString(body.length));
            return new Form(Buffer.buffer(body), always.toArray(), withBody.toArray());
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

    Buffer body(boolean gzip) {
        return form(gzip).body();
    }

    private Form form(boolean gzip) {
        return gzip ? coded : plain;
    }

    /** The headers of every response with this answer, whether or not it has a body. */
    void writeHead(MultiMap headers, boolean gzip, Instant now) {
        write(form(gzip).always(), headers);
        if (modified != null && answer.lastModified(now) != null) {
            headers.add(LAST_MODIFIED, lastModified);
        }
    }

    /** The headers that describe the body, its length among them. */
    void writeBodyHead(MultiMap headers, boolean gzip) {
        write(form(gzip).withBody(), headers);
    }

    private static void write(CharSequence[] some, MultiMap headers) {
        for (int i = 0; i < some.length; i += 2) {
            headers.add(some[i], some[i + 1]);
        }
    }

    /** {@code Cache-Control}; made anew when there are fewer seconds left. */
    CharSequence cacheControl(Instant now, @Nullable Instant awaited) {
        long left = answer.left(now, awaited);
        Freshness last = freshness;
        if (last.left() != left) {
            last = new Freshness(left, HttpHeaders.createOptimized(answer.cacheControl(left)));
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
