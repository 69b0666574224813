package org.putokaz.editorial;

import org.putokaz.http.Token;

/** What has become of a schedule. */
enum ScheduleState implements Token {
    PENDING,
    DONE,
    FAILED,
    CANCELLED
}
