package org.putokaz.live;

import org.putokaz.http.Token;

/** Why an entry is no longer shown. */
public enum WithdrawalReason implements Token {
    WITHDRAWN,
    MERGED,
    REPLACED,
    ERROR,
    SAFETY
}
