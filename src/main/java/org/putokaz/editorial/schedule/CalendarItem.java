package org.putokaz.editorial.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.publish.PublicationStep;

/** Item of the calendar: one schedule with what it is about. */
@Schema(name = "CalendarItem", description = "A schedule of an entry or of a publishing set.")
record CalendarItem(
        UUID id,

        @Schema(description = "When it is to happen.") Instant at,

        @Schema(description = "The day of that, where the institution is.")
        LocalDate day,

        ScheduleState state,

        @Schema(description = "What is done to the entry; null for a set, whose members may differ.")
        PublicationStep.@Nullable Action action,

        @Schema(description = "The entry; null for a set.") @Nullable
        CalendarEntry entry,

        @Schema(description = "The publishing set; null for an entry alone.") @Nullable
        CalendarSet set,

        @Schema(description = "Who said so.") String scheduledBy,

        @Schema(description = "Why it could not be done, as the code of a problem, such as `stale-revision`.") @Nullable
        String failure) {

    @Schema(name = "CalendarEntry", description = "An entry in the calendar.")
    record CalendarEntry(
            UUID id,
            @Schema(examples = "contact-channels") String family,
            @Nullable String slug,

            @Schema(description = "What it is called, in the authoritative language.") @Nullable
            String name) {}

    @Schema(name = "CalendarSet", description = "A publishing set in the calendar.")
    record CalendarSet(
            UUID id,
            String name,

            @Schema(description = "How many members it has.")
            int members) {}
}
