package org.putokaz.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.putokaz.cache.CachedResponseWriter.ValiditySnapshot;
import org.putokaz.http.response.PublicResponse;
import org.putokaz.live.feed.FeedNotifier;
import org.putokaz.live.feed.FeedPosition;

/**
 * Cached responses in memory, bounded by {@code putokaz.cache.size}, and the decision whether one is still current.
 * Safe for use by several threads; no method blocks.
 */
@Singleton
class CachedResponseStore {

    private final CacheablePaths paths;
    private final ChangeTracker changes;
    private final FeedNotifier feedNotifier;
    private final Clock clock;
    private final Cache<CacheRequest.Key, CachedResponse> responses;

    @Inject
    CachedResponseStore(
            ResponseCacheConfig config,
            CacheablePaths paths,
            ChangeTracker changes,
            FeedNotifier feedNotifier,
            Clock clock) {
        this.paths = paths;
        this.changes = changes;
        this.feedNotifier = feedNotifier;
        this.clock = clock;
        this.responses = Caffeine.newBuilder()
                .maximumWeight(config.size().asLongValue())
                .weigher(
                        (CacheRequest.Key key, CachedResponse cached) -> key.estimatedBytes() + cached.estimatedBytes())
                .executor(Runnable::run)
                .build();
    }

    /** Time, cache validity and feed position of a lookup. Must be taken before it. */
    ValiditySnapshot takeSnapshot() {
        return new ValiditySnapshot(clock.instant(), feedNotifier.cacheValidity(), feedNotifier.position());
    }

    /**
     * The response to a request, unless it is missing, one of its dependencies has changed, or the request is for a feed
     * position that this node has not reached. The response is current at the position of the snapshot at least.
     */
    @Nullable
    CachedResponse findCurrent(CacheRequest cacheRequest, ValiditySnapshot snapshot) {
        if (cacheRequest.position() > snapshot.position()) {
            return null;
        }
        CachedResponse cached = responses.getIfPresent(cacheRequest.key());
        return cached != null && cached.isValidAt(snapshot.now()) && isCurrent(cached) ? cached : null;
    }

    /** @param validFrom the feed position from which on the response is right */
    void put(CacheRequest.Key key, PublicResponse response, FeedPosition validFrom) {
        ResponseDependencies dependencies = new ResponseDependencies(paths.soleFamily(key.uri()), response.soleEntry());
        responses.put(key, new CachedResponse(response, validFrom, dependencies, clock.instant()));
    }

    /** Removes what is no longer current, so that withdrawn content does not stay in memory either. */
    void removeStale() {
        responses.asMap().values().removeIf(cached -> !isCurrent(cached));
    }

    private boolean isCurrent(CachedResponse cached) {
        return changes.isCurrent(cached.validFrom(), cached.dependencies());
    }
}
