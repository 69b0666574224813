package org.putokaz.cache;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.HttpRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.putokaz.cache.netty.CachedResponseChannelHandler;
import org.putokaz.cache.netty.CachedResponseSource;
import org.putokaz.http.edge.EdgeHandler;

/**
 * Filter that installs a {@link CachedResponseChannelHandler} on each connection, before {@link ResponseCache} handles
 * its first request. The limits of that handler hold with the cache off too (docs/decisions/0030).
 */
@Singleton
class EarlyResponseFilter {

    private static final CachedResponseSource NO_RESPONSES = (request, allocator) -> null;

    private final EarlyResponsePolicy policy;
    private final ResponseCache cache;

    @Inject
    EarlyResponseFilter(EarlyResponsePolicy policy, ResponseCache cache) {
        this.policy = policy;
        this.cache = cache;
    }

    void install(@Observes Filters filters) {
        filters.register(this::handle, EdgeHandler.FILTER_PRIORITY + 2);
    }

    private void handle(RoutingContext context) {
        // Where headers are added to every response, early responses would lack them.
        boolean headersAdded = !context.response().headers().isEmpty();
        CachedResponseChannelHandler.install(context.request(), headersAdded ? NO_RESPONSES : this::findResponse);
        context.next();
    }

    private @Nullable ByteBuf findResponse(HttpRequest request, ByteBufAllocator allocator) {
        return policy.isEnabled() ? cache.tryRespondEarly(request, allocator) : null;
    }
}
