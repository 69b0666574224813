package org.putokaz.live;

import org.putokaz.common.WireEnum;

/** Why an entry is no longer shown. */
public enum WithdrawalReason implements WireEnum {
    WITHDRAWN,
    MERGED,
    REPLACED,
    ERROR,
    SAFETY
}
