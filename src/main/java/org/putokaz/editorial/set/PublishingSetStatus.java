package org.putokaz.editorial.set;

import org.putokaz.common.WireEnum;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has become of a publishing set. */
@Schema(name = "SetStatus")
enum PublishingSetStatus implements WireEnum {
    /** Being put together. */
    OPEN,
    /** Goes out by itself. */
    SCHEDULED,
    /** Has gone out. */
    PUBLISHED,
    /** Was to go out by itself and could not; nothing of it did. */
    FAILED,
    /** Will not go out. */
    CANCELLED
}
