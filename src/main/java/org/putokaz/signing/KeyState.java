package org.putokaz.signing;

import org.putokaz.common.WireEnum;

/** State of a key at a point in time. */
public enum KeyState implements WireEnum {
    /** In the key set; signs later. */
    ANNOUNCED,
    SIGNING,
    /** Signs no more; its signatures stay valid. */
    RETIRED,
    /** Possibly compromised: its signatures are not valid. */
    REVOKED
}
