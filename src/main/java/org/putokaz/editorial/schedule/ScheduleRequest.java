package org.putokaz.editorial.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.PublicationStepRequest;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.locale.Language;
import org.putokaz.locale.LocalisedText;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/** Request body that schedules the publication or the withdrawal of an entry. */
@Schema(
        name = "Scheduling",
        description = "What is to happen to one entry by itself, and when.",
        requiredProperties = {"action", "at"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScheduleRequest(
        PublicationStep.@Nullable Action action,

        @Schema(description = "When; at most five years ahead.", implementation = Instant.class) @Nullable
        String at,

        @Schema(
                description = "The revision to publish; the newest one now unless said otherwise. With `withdraw`: the"
                        + " revision that the public must still see then; any unless said otherwise.")
        @Nullable
        Integer revision,

        @Nullable Importance importance,

        @Schema(description = "What changed, for partners who keep a copy. Public.", ref = "LocalisedNote") @Nullable
        LocalisedText note,

        @Schema(description = "Why it is withdrawn; asked for with `withdraw`, and only with it.") @Nullable
        WithdrawalReason reason,

        @Schema(description = "The published entry of the same family that stands in its place; only with `withdraw`.")
        @Nullable
        UUID replacedBy,

        @Schema(
                description =
                        "BCP 47 tags of the languages whose texts are right still, though the original has changed;"
                                + " only with `publish`.")
        @JsonSetter(contentNulls = Nulls.FAIL)
        @Nullable
        List<Language> stillCurrent) {

    /**
     * The requested step.
     *
     * @throws org.putokaz.problem.ProblemException 400 with every field that is missing or does not fit
     */
    public PublicationStepRequest toStepRequest() {
        PublicationStepRequest step =
                new PublicationStepRequest(action, revision, importance, note, reason, replacedBy, stillCurrent);
        List<Violation> violations = new ArrayList<>(step.violations(""));
        ScheduleTimeParser.findViolation(at).ifPresent(violations::add);
        if (!violations.isEmpty()) {
            throw ProblemType.MALFORMED_REQUEST.with(violations);
        }
        return step;
    }
}
