package org.putokaz.editorial.replacement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.common.WireEnum;

/** Handling of the drafts that a publishing set has made, when the set is cancelled. */
@Schema(name = "CancelledDrafts")
public enum CancelledDrafts implements WireEnum {
    /** The text before each draft is saved again, unless the draft was edited, published or planned since. */
    RESTORE,
    /** All drafts stay. */
    KEEP
}
