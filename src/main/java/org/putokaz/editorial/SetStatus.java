package org.putokaz.editorial;

import org.putokaz.http.Token;

/** What has become of a publishing set. */
enum SetStatus implements Token {
    /** Being put together. */
    OPEN,
    /** Goes out by itself. */
    SCHEDULED,
    /** Has gone out. */
    PUBLISHED,
    /** Was to go out by itself and could not; nothing of it did. */
    FAILED,
    /** Will not go out. */
    CANCELLED
}
