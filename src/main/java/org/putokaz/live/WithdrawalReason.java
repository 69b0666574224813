package org.putokaz.live;

import org.putokaz.common.WireEnum;

/** Reason for the withdrawal of an entry. */
public enum WithdrawalReason implements WireEnum {
    WITHDRAWN,
    MERGED,
    REPLACED,
    ERROR,
    SAFETY
}
