package org.putokaz.live;

import java.util.Locale;
import org.putokaz.common.WireEnum;

/** Importance of a change for consumers of the feed: a changed number is major, a corrected comma is minor. */
public enum Importance implements WireEnum {
    MAJOR,
    MINOR;

    public static Importance of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
