package org.putokaz.live;

import java.util.Locale;
import org.putokaz.http.Token;

/** Whether a change is one that partners act on (a number moved) or need not (a comma moved). */
public enum Importance implements Token {
    MAJOR,
    MINOR;

    static Importance of(String token) {
        return valueOf(token.toUpperCase(Locale.ROOT));
    }
}
