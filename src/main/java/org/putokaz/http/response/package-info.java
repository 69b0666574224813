/**
 * Responses and their representations. {@link org.putokaz.http.response.ResponseWriter} receives what a resource
 * returned and decides by its type. A public record becomes a {@link org.putokaz.http.response.PublicResponse}:
 * JSON, an {@link org.putokaz.http.response.EntityTag} of the bytes, a {@link org.putokaz.http.response.LinkHeader},
 * and {@code Cache-Control} by the {@link org.putokaz.http.response.CacheControlPolicy}. It is offered to the cache and
 * then sent, compressed if the client accepts that, or answered with a 304.
 */
@NullMarked
package org.putokaz.http.response;

import org.jspecify.annotations.NullMarked;
