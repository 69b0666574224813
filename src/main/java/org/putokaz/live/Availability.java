package org.putokaz.live;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which lists contain an entry, in the time zone of the institution.
 *
 * @param from the first day; null for no beginning
 * @param until the last day; null for no end
 */
public record Availability(
        @Nullable LocalDate from, @Nullable LocalDate until) {

    public static final Availability ALWAYS = new Availability(null, null);

    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && !hasEndedOn(day);
    }

    /** Whether the last day is past. */
    public boolean hasEndedOn(LocalDate day) {
        return until != null && day.isAfter(until);
    }
}
