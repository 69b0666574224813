package org.putokaz.live.family;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.putokaz.time.date.PartialDate;

/** Warning of a year that is probably mistyped: {@code 0201} or {@code 1012} for 2012. */
public final class OldDateWarning {

    /** Few institutions are older, and they may confirm it by publishing. */
    private static final int EARLIEST_USUAL_YEAR = 1800;

    private OldDateWarning() {}

    public static void find(String pointer, @Nullable PartialDate date, ContentViolations warnings) {
        LocalDate latest = date == null ? null : date.latest();
        if (latest != null && latest.getYear() < EARLIEST_USUAL_YEAR) {
            warnings.add(pointer, "year-perhaps-mistyped", latest.getYear());
        }
    }
}
