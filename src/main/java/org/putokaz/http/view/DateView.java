package org.putokaz.http.view;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.locale.Language;
import org.putokaz.time.date.DatePrecision;
import org.putokaz.time.date.PartialDate;
import org.putokaz.time.date.PartialDateFormatter;

/** Date of any precision (EDTF) as it is sent in JSON. */
@Schema(name = "PartialDate", description = "A date of any precision (EDTF, ISO 8601-2).")
public record DateView(
        @Schema(description = "The date as it was recorded.", examples = "2019-02")
        String edtf,

        @Schema(description = "The finest unit that is known.", examples = "month")
        DatePrecision precision,

        @Schema(description = "The first day it may be; null when open.", examples = "2019-02-01") @Nullable
        LocalDate earliest,

        @Schema(description = "The last day it may be; null when open.", examples = "2019-02-28") @Nullable
        LocalDate latest,

        @Schema(description = "For people, in the language of the answer.", examples = "фебруар 2019.")
        String display,

        @Schema(
                description = "In the genitive, for a sentence such as „основан 13. априла 2012.”; null in a language"
                        + " without it.",
                examples = "фебруара 2019.")
        @Nullable
        String displayGenitive) {

    static DateView of(PartialDate date, Language language) {
        return new DateView(
                date.edtf(),
                date.precision(),
                date.earliest(),
                date.latest(),
                PartialDateFormatter.display(date, language.tag()),
                PartialDateFormatter.displayGenitive(date, language.tag()));
    }
}
