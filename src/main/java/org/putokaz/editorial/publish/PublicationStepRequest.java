package org.putokaz.editorial.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.locale.Language;
import org.putokaz.locale.LocalisedText;
import org.putokaz.problem.Violation;

/**
 * Requested publication or withdrawal of an entry in a publishing set or by a schedule; the same rules hold for both.
 */
public record PublicationStepRequest(
        PublicationStep.@Nullable Action action,
        @Nullable Integer revision,
        @Nullable Importance importance,
        @Nullable LocalisedText note,
        @Nullable WithdrawalReason reason,
        @Nullable UUID replacedBy,
        @Nullable List<Language> stillCurrent) {

    /** The fields that are missing or do not go with the action, each with its pointer below the given one. */
    public List<Violation> violations(String pointer) {
        List<Violation> violations = new ArrayList<>();
        if (action == null) {
            violations.add(Violation.at(pointer + "/action", "required"));
        } else if (action == PublicationStep.Action.WITHDRAW) {
            if (reason == null) {
                violations.add(Violation.at(pointer + "/reason", "required"));
            }
            if (stillCurrent != null) {
                violations.add(Violation.at(pointer + "/stillCurrent", "only-when-publishing"));
            }
        } else {
            if (reason != null) {
                violations.add(Violation.at(pointer + "/reason", "only-when-withdrawing"));
            }
            if (replacedBy != null) {
                violations.add(Violation.at(pointer + "/replacedBy", "only-when-withdrawing"));
            }
        }
        return violations;
    }

    /** The step, bound to the newest revision when none is named. Only for a request without {@link #violations}. */
    PublicationStep toStep(EditorialEntry entry) {
        PublicationStep.Action stepAction = Objects.requireNonNull(action);
        Integer bound = stepAction == PublicationStep.Action.PUBLISH
                ? Objects.requireNonNullElse(revision, entry.newestRevision)
                : revision;
        return new PublicationStep(
                entry.id,
                stepAction,
                bound,
                TransitionRequests.orMajor(importance),
                note,
                reason,
                replacedBy,
                TransitionRequests.orNone(stillCurrent),
                false);
    }
}
