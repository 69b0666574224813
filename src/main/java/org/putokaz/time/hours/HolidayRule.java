package org.putokaz.time.hours;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.putokaz.problem.InvalidValueException;

/** Effect of public holidays on weekly hours. */
public enum HolidayRule {
    /** Open as on any such day of the week. */
    SAME,
    /** Closed for the whole day; a shift that began the evening before still ends in the morning. */
    CLOSED;

    /**
     * Reads {@code same} or {@code closed}.
     *
     * @throws InvalidValueException {@code holiday-rule-unknown}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static HolidayRule of(String code) {
        return Arrays.stream(values())
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("holiday-rule-unknown", code));
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
