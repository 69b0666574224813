/**
 * Netty handlers that answer cache hits before the HTTP server sees the request (docs/decisions/0030, 0027).
 *
 * <p>{@code CachedResponseChannelHandler} is installed on each HTTP/1.1 connection during its first request. It reads
 * each further request; {@code SimpleRequestCheck} leaves anything unusual to the server. For a simple request it asks
 * its {@code CachedResponseSource} for the encoded response and writes it, or forwards the request. With the first
 * cached response {@code LightweightIdleHandler} replaces the connection's idle handler. The handler also limits how
 * many requests and unread bytes one connection may have.
 */
@NullMarked
package org.putokaz.cache.netty;

import org.jspecify.annotations.NullMarked;
