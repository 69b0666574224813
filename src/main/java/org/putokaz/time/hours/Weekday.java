package org.putokaz.time.hours;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Locale;
import org.putokaz.problem.InvalidValueException;

/** Day of the week under its lower-case English name, in the order of ISO 8601. */
public enum Weekday {
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    THURSDAY,
    FRIDAY,
    SATURDAY,
    SUNDAY;

    /**
     * Reads {@code monday} to {@code sunday}.
     *
     * @throws InvalidValueException {@code weekday-unknown}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Weekday of(String code) {
        return Arrays.stream(values())
                .filter(day -> day.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("weekday-unknown", code));
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public DayOfWeek dayOfWeek() {
        return DayOfWeek.valueOf(name());
    }
}
