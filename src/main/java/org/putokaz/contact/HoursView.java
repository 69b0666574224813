package org.putokaz.contact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.contact.content.HoursLabelDerivation;
import org.putokaz.http.view.EntryLocaliser;
import org.putokaz.time.hours.ExceptionalHours;
import org.putokaz.time.hours.HolidayRule;
import org.putokaz.time.hours.OpeningHours;
import org.putokaz.time.hours.OpeningInterval;
import org.putokaz.time.hours.WeeklyHours;

/** JSON form of opening hours in one language. */
@Schema(
        name = "Hours",
        description = "When somebody answers. Closing at or before opening means the next day; 00:00 to 00:00 is the"
                + " whole day. An exception stands in place of the week, and of the rule for public holidays.")
record HoursView(
        @Schema(description = "IANA time zone.", examples = "Europe/Belgrade")
        String timezone,

        boolean alwaysOpen,
        List<WeeklyHours> weekly,

        @Schema(description = "What holds on public holidays; null where that is not stated.") @Nullable
        HolidayRule publicHolidays,

        List<ExceptionView> exceptions) {

    @Schema(name = "HoursException")
    record ExceptionView(
            LocalDate from,
            @Schema(description = "The last day, included.") LocalDate to,
            @Schema(description = "None means closed.") List<OpeningInterval> intervals,
            @Schema(description = "Why.") @Nullable String label) {}

    static @Nullable HoursView of(@Nullable OpeningHours hours, EntryLocaliser localiser) {
        if (hours == null) {
            return null;
        }
        List<ExceptionView> exceptions = new ArrayList<>();
        for (ExceptionalHours exception : hours.exceptions()) {
            String pointer = "/hours/exceptions/" + exceptions.size() + "/label";
            exceptions.add(new ExceptionView(
                    exception.from(),
                    exception.to(),
                    exception.intervals(),
                    exception.label().isEmpty()
                            ? null
                            : localiser.text(pointer, HoursLabelDerivation.labelOf(exception))));
        }
        return new HoursView(
                hours.zone().getId(), hours.alwaysOpen(), hours.weekly(), hours.publicHolidays(), exceptions);
    }
}
