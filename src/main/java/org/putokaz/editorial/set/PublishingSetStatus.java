package org.putokaz.editorial.set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.common.WireEnum;

/** Status of a publishing set. */
@Schema(name = "SetStatus")
public enum PublishingSetStatus implements WireEnum {
    /** Its members can be changed. */
    OPEN,
    /** Published at a set time. */
    SCHEDULED,
    /** Published. */
    PUBLISHED,
    /** Not published at the set time, for an error in one of its members. */
    FAILED,
    /** Never published. */
    CANCELLED
}
