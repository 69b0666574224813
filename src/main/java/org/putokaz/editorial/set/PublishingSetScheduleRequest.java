package org.putokaz.editorial.set;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Request body that schedules a publishing set. */
@Schema(
        name = "PublishingSetMoment",
        description = "When it goes out.",
        requiredProperties = {"at"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record PublishingSetScheduleRequest(
        @Schema(description = "When; at most five years ahead.", implementation = Instant.class) @Nullable
        String at) {}
