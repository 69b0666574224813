package org.putokaz.editorial.entry;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.common.WireEnum;

/** State of an entry in the published store. */
@Schema(name = "PublicSees")
public enum PublicState implements WireEnum {
    /** Never published. */
    NOTHING,
    /** Published, as its newest revision. */
    THIS_REVISION,
    /** Published, as a revision before the newest. */
    EARLIER_REVISION,
    /** Withdrawn: the public API answers 410. */
    GONE
}
