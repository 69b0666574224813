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
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.putokaz.cache.CachedResponseWriter.ValiditySnapshot;
import org.putokaz.http.edge.EdgeHandler;
import org.putokaz.http.response.PublicResponse;
import org.putokaz.live.feed.FeedConsumer;
import org.putokaz.live.feed.FeedNotifier;

/**
 * HTTP response cache in front of all other request handling: serves cached responses of public reads and stores
 * those that the REST layer computes (docs/decisions/0020). Keyed by URI without {@code position} and negotiated language.
 *
 * <h2>Concurrency</h2>
 * Lookups run on event loops and never block. Of equal concurrent requests one computes the response; the others wait
 * as callbacks of its {@link InFlightResponse}, without a thread, and are served from the cache on their own event
 * loops. A computed response is stored before its in-flight entry is removed, and the entry is removed before the
 * waiters run, so that they do not find it again. Stale responses are evicted on the thread {@code answer-cache}.
 *
 * <h2>Consistency</h2>
 * A response is served only while {@link ChangeTracker} confirms that none of its dependencies has changed since the
 * feed position it is valid from, and until the next change that depends on the time alone. Time and cache validity
 * are read before the lookup: a response replaced between lookup and write is still sent, but with the lifetime it
 * had at the lookup. A request for a feed position that this node has not reached is left to the REST layer, which asks
 * the database, and its response is not stored (docs/decisions/0038).
 *
 * <h2>Bounds</h2>
 * Memory by {@code putokaz.cache.size}, estimated for each response. Keys whose computation stored nothing are
 * remembered for a minute, at most {@value #MAX_UNCACHEABLE_KEYS} of them; requests for them do not wait for each
 * other.
 *
 * <h2>Failure</h2>
 * When a computation stores nothing, or something stale, each waiter tries once more to join or compute, and after a
 * second failure is passed to the REST layer without caching. While the database is unreachable, cached responses are
 * served with {@code Cache-Status}.
 */
@Singleton
class ResponseCache {

    /** Start-up order: after the feed notifier. */
    private static final int STARTUP_PRIORITY = 200;

    private static final int MAX_UNCACHEABLE_KEYS = 1000;
    private static final Duration UNCACHEABLE_TTL = Duration.ofMinutes(1);

    private final ResponseCacheConfig config;
    private final RequestNormalizer normalizer;
    private final CacheablePaths paths;
    private final CachedResponseStore store;
    private final ChangeTracker changes;
    private final FeedNotifier feedNotifier;
    private final CachedResponseWriter writer;
    private final Cache<CacheRequest.Key, Boolean> uncacheableKeys = Caffeine.newBuilder()
            .maximumSize(MAX_UNCACHEABLE_KEYS)
            .expireAfterWrite(UNCACHEABLE_TTL)
            .build();
    private final ConcurrentMap<CacheRequest.Key, InFlightResponse> inFlight = new ConcurrentHashMap<>();
    private @Nullable FeedConsumer feedConsumer;

    @Inject
    ResponseCache(
            ResponseCacheConfig config,
            RequestNormalizer normalizer,
            CacheablePaths paths,
            CachedResponseStore store,
            ChangeTracker changes,
            FeedNotifier feedNotifier,
            CachedResponseWriter writer) {
        this.config = config;
        this.normalizer = normalizer;
        this.paths = paths;
        this.store = store;
        this.changes = changes;
        this.feedNotifier = feedNotifier;
        this.writer = writer;
    }

    void install(@Observes Filters filters) {
        if (config.enabled()) {
            filters.register(this::handle, EdgeHandler.FILTER_PRIORITY + 1);
        }
    }

    void start(@Observes @Priority(STARTUP_PRIORITY) StartupEvent event) {
        if (config.enabled()) {
            feedNotifier.addPublicationListener(changes);
            changes.catchUp();
            feedConsumer = FeedConsumer.start("answer-cache", feedNotifier, this::evictStale);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (feedConsumer != null) {
            feedConsumer.close();
        }
    }

    /** Removes stale responses, so that withdrawn content does not stay in memory either. */
    private boolean evictStale() {
        boolean more = changes.catchUp();
        store.removeStale();
        return more;
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        CacheRequest cacheRequest = normalizer.normalize(request.method(), request.uri(), request.headers());
        if (cacheRequest == null || cacheRequest.position() > feedNotifier.position()) {
            context.next();
        } else if (!tryRespond(context, cacheRequest)) {
            joinOrCompute(context, cacheRequest, true);
        }
    }

    /** Response to a request that Vert.x has not seen yet; null on a miss. */
    @Nullable
    ByteBuf tryRespondEarly(HttpRequest request, ByteBufAllocator allocator) {
        HttpMethod method = HttpMethod.fromNetty(request.method());
        CacheRequest cacheRequest = request.headers() instanceof MultiMap headers
                ? normalizer.normalize(method, request.uri(), headers)
                : null;
        if (cacheRequest == null) {
            return null;
        }
        ValiditySnapshot snapshot = store.takeSnapshot();
        CachedResponse cached = store.findCurrent(cacheRequest, snapshot);
        return cached == null
                ? null
                : writer.encode(method == HttpMethod.HEAD, cacheRequest, cached, snapshot, allocator);
    }

    private boolean tryRespond(RoutingContext context, CacheRequest cacheRequest) {
        ValiditySnapshot snapshot = store.takeSnapshot();
        CachedResponse cached = store.findCurrent(cacheRequest, snapshot);
        if (cached == null) {
            return false;
        }
        writer.send(context.request(), cacheRequest, cached, snapshot);
        return true;
    }

    /**
     * Waits for the computation of an equal request, or computes the response itself.
     *
     * @param mayRetry whether to try once more when the other computation stores no current response
     */
    private void joinOrCompute(RoutingContext context, CacheRequest cacheRequest, boolean mayRetry) {
        CacheRequest.Key key = cacheRequest.key();
        if (context.request().method() != HttpMethod.GET || !paths.isCacheable(key.uri())) {
            context.next();
            return;
        }
        boolean isUncacheable = uncacheableKeys.getIfPresent(key) != null;
        InFlightResponse own = new InFlightResponse(feedNotifier::feedPosition);
        InFlightResponse other = isUncacheable ? null : inFlight.putIfAbsent(key, own);
        if (other != null && other.addWaiter(onComputed(context, cacheRequest, mayRetry))) {
            return;
        }
        if (!isUncacheable && tryRespond(context, cacheRequest)) {
            // Another computation was completed since the first lookup.
            complete(key, own);
            return;
        }
        compute(context, key, own);
    }

    private Runnable onComputed(RoutingContext context, CacheRequest cacheRequest, boolean mayRetry) {
        Context eventLoop = Vertx.currentContext();
        return () -> eventLoop.runOnContext(ignored -> {
            if (tryRespond(context, cacheRequest)) {
                return;
            }
            if (mayRetry) {
                // A publication intervened, or the client of the computing request disconnected.
                joinOrCompute(context, cacheRequest, false);
            } else {
                context.next();
            }
        });
    }

    private void compute(RoutingContext context, CacheRequest.Key key, InFlightResponse computation) {
        if (context.response().closed()) {
            // The end handler would no longer be called.
            complete(key, computation);
            return;
        }
        PublicResponse.CacheSink sink = response -> {
            if (key.isFor(response.language())) {
                store.put(key, response, computation.validFrom(response.source()));
                uncacheableKeys.invalidate(key);
            }
            complete(key, computation);
        };
        context.put(PublicResponse.CACHE_SINK_ATTRIBUTE, sink);
        context.put(InFlightResponse.IN_FLIGHT_ATTRIBUTE, computation);
        context.addEndHandler(end -> {
            if (complete(key, computation) && end.succeeded()) {
                uncacheableKeys.put(key, true);
            }
        });
        writer.countMiss();
        context.next();
    }

    /**
     * Removes the in-flight entry, then runs its waiters.
     *
     * @return false when the computation was completed before, by storing its response
     */
    private boolean complete(CacheRequest.Key key, InFlightResponse computation) {
        // Removed first: a waiter that found the completed entry would compute on its own.
        inFlight.remove(key, computation);
        return computation.complete();
    }
}
