package org.putokaz.webhook;

import org.putokaz.http.Token;

/** Why an endpoint is not active any more. */
enum StatusReason implements Token {
    /** Its owner paused it. */
    ASKED,
    /** It failed for too long. */
    FAILING,
    /** It answered 410. */
    GONE
}
