/**
 * Response cache: public responses held in memory, ready to be sent, and invalidated by the change feed
 * (docs/decisions/0020-response-cache-before-the-http-stack.md).
 *
 * <ol>
 *   <li>{@link ResponseCache} receives each request before the REST layer; {@link RequestNormalizer} makes a
 *       {@link CacheRequest} of it.
 *   <li>A {@link CachedResponse} that {@link ChangeTracker} confirms as current is sent by {@link CachedResponseWriter}.
 *   <li>On a miss the request computes the response, or waits for the {@link InFlightResponse} of an equal request.
 *   <li>The computed response is stored with its {@link ResponseDependencies} and feed position.
 *   <li>As the feed moves, {@link ChangeTracker} extends its {@link ChangeHistory}, and stale responses are evicted.
 * </ol>
 */
@NullMarked
package org.putokaz.cache;

import org.jspecify.annotations.NullMarked;
