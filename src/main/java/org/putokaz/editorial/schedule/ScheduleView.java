package org.putokaz.editorial.schedule;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.publish.PublicationStep;

/** View of a schedule: what will be executed and when, or its outcome. */
@Schema(name = "Schedule", description = "What will happen by itself, and when; or what came of it.")
public record ScheduleView(
        PublicationStep.Action action,

        @Schema(description = "When it is to happen.") Instant at,

        @Schema(
                description =
                        "The revision that will be published; a later one does not go out by itself. Null for a set,"
                                + " and where whatever is shown will be withdrawn.")
        @Nullable
        Integer revision,

        ScheduleState state,

        @Schema(description = "Who said so.") String scheduledBy,

        @Schema(description = "When it was done, given up or cancelled; null until then.") @Nullable
        Instant endedAt,

        @Schema(
                description = "How long after its moment it was done or given up, in milliseconds; null until then, and"
                        + " when it was cancelled.")
        @Nullable
        Long latenessMillis,

        @Schema(description = "The publishing set it belongs to; null when the entry goes alone.") @Nullable
        UUID set,

        @Schema(description = "Why it could not be done, as the code of a problem, such as `stale-revision`.") @Nullable
        String failure,

        @Schema(description = "The entry that was in the way; null when none was in particular.") @Nullable
        UUID failedEntry) {

    public static ScheduleView of(Schedule schedule, PublicationStep.Action action, @Nullable Integer revision) {
        return new ScheduleView(
                action,
                schedule.dueAt,
                revision,
                schedule.state,
                schedule.actorName,
                schedule.endedAt,
                schedule.latenessMillis,
                schedule.setId,
                schedule.failure,
                schedule.failedEntry);
    }
}
