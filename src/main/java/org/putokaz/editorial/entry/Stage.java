package org.putokaz.editorial.entry;

import org.putokaz.common.WireEnum;

/** Stage of a revision in the editorial workflow. */
public enum Stage implements WireEnum {
    /** Being written. */
    DRAFT,
    /** Waiting for the review of a second person. */
    SUBMITTED,
    /** Reviewed, and free to be published. */
    APPROVED,
    /** Reviewed, and sent back with a reason. */
    REJECTED,
    /** Public now. */
    PUBLISHED,
    /** Public until a later revision replaced it. */
    SUPERSEDED,
    /** Public until it was withdrawn. */
    WITHDRAWN
}
