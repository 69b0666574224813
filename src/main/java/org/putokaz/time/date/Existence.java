package org.putokaz.time.date;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Degree to which something with a partial beginning and end existed on a given day. A tree of institutions "as of
 * 2008" has to show what may have been there, and say that it is only a maybe.
 */
public enum Existence {
    NONE,
    POSSIBLE,
    CERTAIN;

    /** The lower-case name that stands in JSON. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The day of the beginning counts as existing; the day of the end no longer counts as certain, only as possible.
     * An interval is taken as "some time between its bounds".
     *
     * @param established when it began; null when that is not known, which is taken as "long before"
     * @param dissolved when it ended; null when it still exists
     */
    public static Existence asOf(@Nullable PartialDate established, @Nullable PartialDate dissolved, LocalDate day) {
        Existence begun = established == null ? CERTAIN : begun(established, day);
        Existence lasting = dissolved == null ? CERTAIN : lasting(dissolved, day);
        return begun.compareTo(lasting) < 0 ? begun : lasting;
    }

    private static Existence begun(PartialDate established, LocalDate day) {
        LocalDate earliest = established.earliest();
        LocalDate latest = established.latest();
        if (earliest != null && day.isBefore(earliest)) {
            return NONE;
        }
        return latest != null && !day.isBefore(latest) ? CERTAIN : POSSIBLE;
    }

    private static Existence lasting(PartialDate dissolved, LocalDate day) {
        LocalDate earliest = dissolved.earliest();
        LocalDate latest = dissolved.latest();
        if (latest != null && day.isAfter(latest)) {
            return NONE;
        }
        return earliest != null && day.isBefore(earliest) ? CERTAIN : POSSIBLE;
    }
}
