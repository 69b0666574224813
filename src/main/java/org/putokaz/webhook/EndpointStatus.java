package org.putokaz.webhook;

import org.putokaz.http.Token;

/** How an endpoint stands. */
enum EndpointStatus implements Token {
    /** Nobody there has answered a challenge yet; nothing but that is sent. */
    UNVERIFIED,
    ACTIVE,
    PAUSED,
    /** It said that it is gone; verify it again to go on. */
    DISABLED
}
