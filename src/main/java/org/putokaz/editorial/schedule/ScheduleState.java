package org.putokaz.editorial.schedule;

import org.putokaz.common.WireEnum;

/** State of a schedule: pending, or how it ended. */
public enum ScheduleState implements WireEnum {
    PENDING,
    DONE,
    FAILED,
    CANCELLED
}
