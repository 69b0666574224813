package org.putokaz.live;

import org.putokaz.http.Token;

/** Whether a change is one that partners act on (a number moved) or need not (a comma moved). */
public enum Importance implements Token {
    MAJOR,
    MINOR
}
