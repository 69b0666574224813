package org.putokaz.live;

import java.util.Locale;
import org.putokaz.common.WireEnum;

/** Whether a change is one that partners act on (a number moved) or need not (a comma moved). */
public enum Importance implements WireEnum {
    MAJOR,
    MINOR;

    public static Importance of(String token) {
        return valueOf(token.toUpperCase(Locale.ROOT));
    }
}
