package org.putokaz.time.holiday;

import java.time.LocalDate;

/**
 * Public holiday: a day on which public offices are closed.
 *
 * @param key its stable name, for example {@code statehood-day}; the words for it are found by this
 */
public record Holiday(LocalDate date, String key, Kind kind) {

    /** Why the day is free. */
    public enum Kind {
        STATE,
        RELIGIOUS,
        /** A working day given free for a state holiday that fell on a Sunday; it carries that holiday's key. */
        SUBSTITUTE,
        /** Given free by a decision for this once. */
        DECREED
    }
}
