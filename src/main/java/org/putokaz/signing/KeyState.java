package org.putokaz.signing;

import org.putokaz.common.WireEnum;

/** What a key is good for at a moment. */
public enum KeyState implements WireEnum {
    /** Can be read already; signs later. */
    ANNOUNCED,
    SIGNING,
    /** Signs no more; what it has signed still holds. */
    RETIRED,
    /** Somebody else may have had it: nothing signed with it holds. */
    REVOKED
}
