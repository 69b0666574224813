package org.putokaz.cache;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.Freshness;
import org.putokaz.http.HttpDates;
import org.putokaz.live.FeedWatch;

/**
 * Puts kept answers on the wire, and tells operators how many: {@code putokaz.cache.answers}, by {@code outcome} {@code
 * kept} or {@code made}.
 */
@Singleton
class Sender {

    private static final CharSequence DATE = HttpHeaders.createOptimized("Date");
    private static final CharSequence CACHE_CONTROL = HttpHeaders.createOptimized("Cache-Control");
    private static final CharSequence CACHE_STATUS = HttpHeaders.createOptimized("Cache-Status");
    /** RFC 9211: it comes from here, and whether it is still right could not be found out. */
    private static final CharSequence OUT_OF_TOUCH = HttpHeaders.createOptimized("putokaz; hit; detail=database-away");

    private static final CharSequence ASK_EACH_TIME = HttpHeaders.createOptimized(Freshness.ASK_EACH_TIME);

    private static final @Nullable Handler<AsyncResult<Void>> NOBODY = null;

    private final FeedWatch watch;
    private final LongAdder kept = new LongAdder();
    private final LongAdder made = new LongAdder();

    @Inject
    Sender(FeedWatch watch, MeterRegistry meters) {
        this.watch = watch;
        count(meters, "kept", kept);
        count(meters, "made", made);
    }

    private static void count(MeterRegistry meters, String outcome, LongAdder counted) {
        FunctionCounter.builder("putokaz.cache.answers", counted, LongAdder::sum)
                .description("Public answers sent as they were kept, and those made anew to be kept")
                .tag("outcome", outcome)
                .register(meters);
    }

    void countMade() {
        made.increment();
    }

    void send(RoutingContext context, Asked asked, KeptAnswer answer, Instant now) {
        kept.increment();
        HttpServerResponse response = context.response();
        MultiMap headers = response.headers();
        headers.add(DATE, HttpDates.ofResponse(now));
        answer.writeHead(headers, asked.gzip(), now);
        if (watch.isInTouch()) {
            headers.add(CACHE_CONTROL, answer.cacheControl(now, watch.awaited()));
        } else {
            headers.add(CACHE_CONTROL, ASK_EACH_TIME);
            headers.add(CACHE_STATUS, OUT_OF_TOUCH);
        }
        if (answer.isHeldBy(asked.has(), now)) {
            response.setStatusCode(304);
            end(context.request(), null);
            return;
        }
        answer.writeBodyHead(headers, asked.gzip());
        end(context.request(), context.request().method() == HttpMethod.HEAD ? null : answer.body(asked.gzip()));
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
        QuietLine.watch(request.connection());
        if (body == null) {
            response.end(NOBODY);
        } else {
            response.end(body, NOBODY);
        }
    }
}
