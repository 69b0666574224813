package org.putokaz.editorial.entry;

import org.putokaz.common.WireEnum;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the public sees of an entry now. */
@Schema(name = "PublicSees")
public enum PublicState implements WireEnum {
    /** It has never been published. */
    NOTHING,
    /** The newest revision. */
    THIS_REVISION,
    /** A revision before the newest. */
    EARLIER_REVISION,
    /** That it has been withdrawn: 410. */
    GONE
}
