package org.putokaz.contact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.contact.content.HoursTextDerivation;
import org.putokaz.http.view.EntryLocaliser;
import org.putokaz.locale.Language;
import org.putokaz.time.holiday.HolidayCalendars;
import org.putokaz.time.hours.ExceptionalHours;
import org.putokaz.time.hours.HolidayRule;
import org.putokaz.time.hours.OpeningHours;
import org.putokaz.time.hours.OpeningInterval;
import org.putokaz.time.hours.WeeklyHours;

/** JSON form of one regime of opening hours in one language. */
@Schema(
        name = "Hours",
        description = "When somebody answers. Closing at or before opening means the next day; 00:00 to 00:00 is the"
                + " whole day. An exception stands in place of the week, and of the rule for public holidays.")
record HoursView(
        @Schema(
                description =
                        "What is open in these hours; null where that is not said, as for a channel of one regime.",
                examples = "Legal advice")
        @Nullable
        String label,

        @Schema(description = "What else holds in these hours; null where nothing is said.") @Nullable
        String note,

        @Schema(
                description =
                        "The languages in which these hours hold, as BCP 47 tags; empty for those of the channel, all of them.")
        List<String> languages,

        @Schema(description = "Whether nobody answers without an appointment. Such hours are never open now.")
        boolean byAppointment,

        @Schema(description = "IANA time zone.", examples = "Europe/Belgrade")
        String timezone,

        boolean alwaysOpen,
        List<WeeklyHours> weekly,

        @Schema(
                description =
                        "What holds on public holidays; null where that is not stated, and where `holidayIntervals` are.")
        @Nullable
        HolidayRule publicHolidays,

        @Schema(
                description =
                        "The hours on public holidays, in place of the week; empty where `publicHolidays` says what holds.")
        List<OpeningInterval> holidayIntervals,

        @Schema(
                description =
                        "Whether the public holidays of the country of the channel are known. Where they are not, no day is"
                                + " taken for a holiday, in `openNow` too.")
        boolean holidaysKnown,

        List<ExceptionView> exceptions) {

    @Schema(name = "HoursException")
    record ExceptionView(
            LocalDate from,
            @Schema(description = "The last day, included.") LocalDate to,
            @Schema(description = "None means closed.") List<OpeningInterval> intervals,
            @Schema(description = "Why.") @Nullable String label) {}

    /**
     * @param pointer JSON pointer of the hours in the response
     * @param region country of the channel, as ISO 3166-1 in capitals
     */
    static HoursView of(String pointer, OpeningHours hours, String region, EntryLocaliser localiser) {
        return new HoursView(
                localiser.text(pointer + "/label", hours.label()),
                localiser.text(pointer + "/note", hours.note()),
                hours.languages().stream().map(Language::tag).toList(),
                hours.requiresAppointment(),
                hours.zone().getId(),
                hours.alwaysOpen(),
                hours.weekly(),
                hours.publicHolidays(),
                hours.holidayIntervals(),
                HolidayCalendars.find(region).isPresent(),
                exceptions(pointer + "/exceptions/", hours.exceptions(), localiser));
    }

    /** @param pointer JSON pointer of the list in the response */
    static List<HoursView> listOf(String pointer, List<OpeningHours> regimes, String region, EntryLocaliser localiser) {
        List<HoursView> views = new ArrayList<>();
        for (OpeningHours regime : regimes) {
            views.add(of(pointer + "/" + views.size(), regime, region, localiser));
        }
        return views;
    }

    private static List<ExceptionView> exceptions(
            String pointer, List<ExceptionalHours> exceptions, EntryLocaliser localiser) {
        List<ExceptionView> views = new ArrayList<>();
        for (ExceptionalHours exception : exceptions) {
            String label = pointer + views.size() + "/label";
            views.add(new ExceptionView(
                    exception.from(),
                    exception.to(),
                    exception.intervals(),
                    exception.label().isEmpty()
                            ? null
                            : localiser.text(label, HoursTextDerivation.labelOf(exception))));
        }
        return views;
    }
}
