package org.putokaz.editorial;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What will happen by itself, and when; or what came of it. */
@Schema(name = "Schedule", description = "What will happen by itself, and when; or what came of it.")
record ScheduleView(
        Step.Action action,

        @Schema(description = "When it is to happen.") Instant at,

        @Schema(description = "The revision that will be published. A later one does not go out by itself.") @Nullable
        Integer revision,

        ScheduleState state,

        @Schema(description = "How long after that moment it was done, in milliseconds; null until then.") @Nullable
        Long latenessMillis,

        @Schema(description = "The publishing set it belongs to; null when the entry goes alone.") @Nullable
        String set,

        @Schema(description = "Why it could not be done, as the code of a problem.") @Nullable
        String failure) {}
