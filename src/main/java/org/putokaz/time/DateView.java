package org.putokaz.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A partial date as readers of the API get it: the exact text, its bounds for sorting, and words for a page.
 *
 * @param earliest null when there is no lower bound
 * @param latest null when there is no upper bound
 * @param display in the language of the answer, see {@link DateDisplay}
 */
public record DateView(
        String edtf,
        DatePrecision precision,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        String display) {

    public static DateView of(PartialDate date, String languageTag) {
        return new DateView(
                date.edtf(), date.precision(), date.earliest(), date.latest(), DateDisplay.display(date, languageTag));
    }
}
