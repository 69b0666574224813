package org.putokaz.editorial.entry;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.common.WireEnum;

/** Kind of an entry in the thread of comments. */
@Schema(name = "CommentKind")
public enum CommentKind implements WireEnum {
    /** Remark of an editor. */
    COMMENT,
    /** Reason of a rejection. */
    REJECTION
}
