package org.putokaz.editorial.schedule;

import org.putokaz.common.WireEnum;

/** What has become of a schedule. */
enum ScheduleState implements WireEnum {
    PENDING,
    DONE,
    FAILED,
    CANCELLED
}
