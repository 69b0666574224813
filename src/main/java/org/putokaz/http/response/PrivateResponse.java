package org.putokaz.http.response;

import org.jspecify.annotations.Nullable;

/**
 * An answer for one caller alone: no cache keeps it, and its entity tag is the version of the thing and not of the bytes,
 * because it is what {@code If-Match} is compared with when the thing is written (RFC 9110, section 13.1.1).
 */
public interface PrivateResponse {

    /** What tells this state of the thing from every other; null for what is never written back. */
    default @Nullable String version() {
        return null;
    }

    /** The path of what was just made, for the {@code Location} of a 201; null for everything else. */
    default @Nullable String location() {
        return null;
    }
}
