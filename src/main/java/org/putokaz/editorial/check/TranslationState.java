package org.putokaz.editorial.check;

import org.putokaz.common.WireEnum;

/** State of the texts of an entry in one language, beside those in the authoritative language. */
public enum TranslationState implements WireEnum {
    /** Every text is there, and none is older than the original. */
    CURRENT,
    /** A text was left as it was while the original changed. */
    OUTDATED,
    /** A text is not there. */
    MISSING
}
