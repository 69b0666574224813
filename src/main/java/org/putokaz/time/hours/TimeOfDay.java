package org.putokaz.time.hours;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.putokaz.problem.InvalidValueException;

/**
 * Local time of day in hours and minutes, always written {@code HH:mm}. Midnight is {@code 00:00}, never {@code
 * 24:00}.
 */
public record TimeOfDay(LocalTime time) implements Comparable<TimeOfDay> {

    private static final Pattern FORM = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    /** Refuses seconds, with {@code time-not-hh-mm}. */
    public TimeOfDay {
        if (time.getSecond() != 0 || time.getNano() != 0) {
            throw new InvalidValueException("time-not-hh-mm", time.toString());
        }
    }

    /**
     * Reads {@code 00:00} to {@code 23:59}.
     *
     * @throws InvalidValueException {@code time-not-hh-mm}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TimeOfDay parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new InvalidValueException("time-not-hh-mm", text);
        }
        return new TimeOfDay(LocalTime.parse(text));
    }

    /** Since midnight by the clock on the wall, 0 to 1439. */
    public int minuteOfDay() {
        return time.getHour() * 60 + time.getMinute();
    }

    /** Moved forward by the jump if the clock leaves this time out that day, the first one if it shows it twice. */
    Instant on(LocalDate day, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    @Override
    public int compareTo(TimeOfDay other) {
        return time.compareTo(other.time);
    }

    @Override
    @JsonValue
    public String toString() {
        return time.toString();
    }
}
