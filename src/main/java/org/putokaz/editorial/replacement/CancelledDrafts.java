package org.putokaz.editorial.replacement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.common.WireEnum;

/** What happens to the drafts that a set has made when it is cancelled. */
@Schema(name = "CancelledDrafts")
public enum CancelledDrafts implements WireEnum {
    /** The text before each draft is saved again, unless the draft was edited, published or planned since. */
    RESTORE,
    /** All drafts stay. */
    KEEP
}
