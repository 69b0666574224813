package org.putokaz.editorial.entry;

import org.putokaz.common.WireEnum;

/** How far a revision has come. The stage of an entry is that of its newest revision. */
public enum Stage implements WireEnum {
    /** Being written. */
    DRAFT,
    /** Somebody else is asked to look at it. */
    SUBMITTED,
    /** Somebody else has looked at it. */
    APPROVED,
    /** Somebody else has looked at it and said why not. */
    REJECTED,
    /** The public sees it. */
    PUBLISHED,
    /** The public saw it, until a later one took its place. */
    SUPERSEDED,
    /** The public saw it, until it was taken away. */
    WITHDRAWN
}
