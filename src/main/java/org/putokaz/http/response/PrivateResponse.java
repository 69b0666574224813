package org.putokaz.http.response;

import org.jspecify.annotations.Nullable;

/**
 * Response for one caller only, which no cache may keep. Its entity tag is the version of the resource and not a hash
 * of the bytes, because {@code If-Match} of a later write is compared with it (RFC 9110, section 13.1.1).
 */
public interface PrivateResponse {

    /** The version of the resource, unique among its states; null for a resource that cannot be written. */
    default @Nullable String version() {
        return null;
    }

    /** The path of the resource that was created, for the {@code Location} of a 201; null for every other response. */
    default @Nullable String location() {
        return null;
    }
}
