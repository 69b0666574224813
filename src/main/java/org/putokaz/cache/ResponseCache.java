package org.putokaz.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.HttpRequest;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.putokaz.cache.executor.ResponseExecutorFilter;
import org.putokaz.cache.netty.CachedResponseChannelHandler;
import org.putokaz.http.edge.EdgeHandler;
import org.putokaz.http.response.CacheableResponse;
import org.putokaz.live.feed.FeedConsumer;
import org.putokaz.live.feed.FeedNotifier;

/**
 * Answers what was asked before and has not changed since, before anything else looks at the request
 * (docs/decisions/0020). Whatever it does not know goes the ordinary way, and is kept when it comes back.
 */
@Singleton
class ResponseCache {

    /** Once the watch of the feed has begun. */
    private static final int AT_START = 200;

    private static final int MOST_BARREN = 1000;
    private static final Duration BARREN = Duration.ofMinutes(1);

    private static final CachedResponseChannelHandler.Desk NOTHING = (request, memory) -> null;

    private final ResponseCacheConfig config;
    private final RequestNormalizer spellings;
    private final CacheablePaths paths;
    private final ChangeTracker changes;
    private final FeedNotifier watch;
    private final Clock clock;
    private final CachedResponseWriter sender;
    private final Cache<CacheRequest.Key, CachedResponse> answers;
    private final Cache<CacheRequest.Key, Boolean> barren = Caffeine.newBuilder()
            .maximumSize(MOST_BARREN)
            .expireAfterWrite(BARREN)
            .build();
    private final ConcurrentMap<CacheRequest.Key, InFlightResponse> flights = new ConcurrentHashMap<>();
    private @Nullable FeedConsumer follower;

    @Inject
    ResponseCache(
            ResponseCacheConfig config,
            RequestNormalizer spellings,
            CacheablePaths paths,
            ChangeTracker changes,
            FeedNotifier watch,
            CachedResponseWriter sender,
            Clock clock) {
        this.config = config;
        this.spellings = spellings;
        this.paths = paths;
        this.changes = changes;
        this.watch = watch;
        this.sender = sender;
        this.clock = clock;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(config.size().asLongValue())
                .weigher((CacheRequest.Key key, CachedResponse kept) -> key.bytes() + kept.bytes())
                .executor(Runnable::run)
                .build();
    }

    void install(@Observes Filters filters) {
        filters.register(config.enabled() ? this::enter : ResponseCache::passBy, EdgeHandler.FILTER_PRIORITY + 1);
    }

    void begin(@Observes @Priority(AT_START) StartupEvent start) {
        if (config.enabled()) {
            watch.addPublicationListener(changes);
            changes.read();
            follower = FeedConsumer.start("answer-cache", watch, this::follow);
        }
    }

    void end(@Observes ShutdownEvent stop) {
        if (follower != null) {
            follower.close();
        }
    }

    private boolean follow() {
        boolean more = changes.read();
        // What was withdrawn is not to linger here, even unsent.
        answers.asMap().values().removeIf(kept -> !changes.isCurrent(kept.place(), kept.madeOf()));
        return more;
    }

    /** Nothing is kept; but how much one connection may ask at once holds all the same. */
    private static void passBy(RoutingContext context) {
        CachedResponseChannelHandler.open(context.request(), NOTHING);
        context.next();
    }

    private void enter(RoutingContext context) {
        HttpServerRequest request = context.request();
        // Whoever adds headers to every response has to see them all.
        CachedResponseChannelHandler.open(request, context.response().headers().isEmpty() ? this::ready : NOTHING);
        CacheRequest asked = spellings.read(request.method(), request.uri(), request.headers());
        if (asked == null) {
            context.next();
        } else if (!answered(context, asked)) {
            fetch(context, asked, true);
        }
    }

    private @Nullable ByteBuf ready(HttpRequest request, ByteBufAllocator memory) {
        HttpMethod method = HttpMethod.fromNetty(request.method());
        CacheRequest asked =
                request.headers() instanceof MultiMap headers ? spellings.read(method, request.uri(), headers) : null;
        CachedResponseWriter.Moment moment = moment();
        CachedResponse kept = asked == null ? null : current(asked, moment.now());
        return asked == null || kept == null
                ? null
                : sender.write(method == HttpMethod.HEAD, asked, kept, moment, memory);
    }

    /** To be taken before an answer is looked for. */
    private CachedResponseWriter.Moment moment() {
        return new CachedResponseWriter.Moment(clock.instant(), watch.cacheValidity());
    }

    private @Nullable CachedResponse current(CacheRequest asked, Instant now) {
        CachedResponse kept = answers.getIfPresent(asked.key());
        return kept != null && kept.holdsAt(now) && changes.isCurrent(kept.place(), kept.madeOf()) ? kept : null;
    }

    private boolean answered(RoutingContext context, CacheRequest asked) {
        CachedResponseWriter.Moment moment = moment();
        CachedResponse kept = current(asked, moment.now());
        if (kept == null) {
            return false;
        }
        sender.send(context.request(), asked, kept, moment);
        return true;
    }

    /**
     * The ordinary way, with a word along that the answer is wanted; or waiting for one who is on it already.
     *
     * @param again whether, if that one brings nothing, another is waited for
     */
    private void fetch(RoutingContext context, CacheRequest asked, boolean again) {
        CacheRequest.Key key = asked.key();
        if (context.request().method() != HttpMethod.GET || !paths.areKept(key.uri())) {
            context.next();
            return;
        }
        boolean isBarren = barren.getIfPresent(key) != null;
        InFlightResponse mine = new InFlightResponse(watch::feedPosition);
        InFlightResponse other = isBarren ? null : flights.putIfAbsent(key, mine);
        if (other != null && other.join(arrival(context, asked, again))) {
            return;
        }
        if (!isBarren && answered(context, asked)) {
            // It has landed since it was looked for.
            land(key, mine);
            return;
        }
        lead(context, key, mine);
    }

    private Runnable arrival(RoutingContext context, CacheRequest asked, boolean again) {
        Context thread = Vertx.currentContext();
        return () -> thread.runOnContext(called -> {
            if (answered(context, asked)) {
                return;
            }
            if (again) {
                // Somebody published meanwhile, or the one who asked first has left.
                fetch(context, asked, false);
            } else {
                context.next();
            }
        });
    }

    private void lead(RoutingContext context, CacheRequest.Key key, InFlightResponse flight) {
        if (context.response().closed()) {
            // Nobody is there any more who would be told that it is over.
            land(key, flight);
            return;
        }
        CacheableResponse.CacheSink keeper = answer -> {
            ResponseDependencies madeOf = new ResponseDependencies(paths.family(key.uri()), answer.soleEntry());
            answers.put(key, new CachedResponse(answer, flight.place(answer.source()), madeOf, clock.instant()));
            barren.invalidate(key);
            land(key, flight);
        };
        context.put(CacheableResponse.CACHE_SINK_ATTRIBUTE, keeper);
        context.put(ResponseExecutorFilter.FLIGHT, flight);
        context.addEndHandler(done -> {
            if (land(key, flight) && done.succeeded()) {
                barren.put(key, true);
            }
        });
        sender.countMade();
        context.next();
    }

    /** Whether it was still on its way, which means that it brought nothing. */
    private boolean land(CacheRequest.Key key, InFlightResponse flight) {
        // First, or whoever waited might find it there still, and each would go on his own.
        flights.remove(key, flight);
        return flight.land();
    }
}
