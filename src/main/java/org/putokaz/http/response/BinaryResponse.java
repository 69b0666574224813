package org.putokaz.http.response;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;

/**
 * A small public answer that is in no language, such as keys and signatures: these bytes, never coded, with an entity tag
 * of their own.
 *
 * @param type its media type
 * @param cacheControl how long it may be kept
 */
@SuppressWarnings("ArrayRecordComponent")
public record BinaryResponse(byte[] body, String type, String cacheControl) {

    void write(ContainerRequestContext request, ContainerResponseContext response) {
        EntityTag tag = EntityTag.of(body);
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(HttpHeaders.ETAG, tag.header(false));
        headers.putSingle(HttpHeaders.CACHE_CONTROL, cacheControl);
        if (tag.isIn(request.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(304);
            response.setEntity(null);
        } else {
            response.setEntity(body, null, MediaType.valueOf(type));
        }
    }
}
