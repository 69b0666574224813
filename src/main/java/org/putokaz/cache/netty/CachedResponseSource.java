package org.putokaz.cache.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Source of encoded cached responses, called on the event loop of the connection. */
@FunctionalInterface
public interface CachedResponseSource {

    /** The whole response as bytes of HTTP/1.1, released by the caller; null when none is cached. */
    @Nullable
    ByteBuf findResponse(HttpRequest request, ByteBufAllocator allocator);
}
