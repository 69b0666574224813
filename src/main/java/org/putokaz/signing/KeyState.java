package org.putokaz.signing;

import org.putokaz.http.Token;

/** What a key is good for at a moment. */
enum KeyState implements Token {
    /** Can be read already; signs later. */
    ANNOUNCED,
    SIGNING,
    /** Signs no more; what it has signed still holds. */
    RETIRED,
    /** Somebody else may have had it: nothing signed with it holds. */
    REVOKED
}
