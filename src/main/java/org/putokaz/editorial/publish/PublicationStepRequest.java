package org.putokaz.editorial.publish;

import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.locale.LocalisedText;
import org.putokaz.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody asks for to be done to an entry later, in a set or by a schedule; the same rules for both. */
public record PublicationStepRequest(
        PublicationStep.@Nullable Action action,
        @Nullable Integer revision,
        @Nullable Importance importance,
        @Nullable LocalisedText note,
        @Nullable WithdrawalReason reason,
        @Nullable UUID replacedBy) {

    /** What is missing, or does not go with the action; each below this pointer. */
    public List<Violation> violations(String pointer) {
        List<Violation> found = new ArrayList<>();
        if (action == null) {
            found.add(Violation.at(pointer + "/action", "required"));
        } else if (action == PublicationStep.Action.WITHDRAW) {
            if (reason == null) {
                found.add(Violation.at(pointer + "/reason", "required"));
            }
        } else {
            if (reason != null) {
                found.add(Violation.at(pointer + "/reason", "only-when-withdrawing"));
            }
            if (replacedBy != null) {
                found.add(Violation.at(pointer + "/replacedBy", "only-when-withdrawing"));
            }
        }
        return found;
    }

    /** Bound to a revision: a later edit does not go out by itself. Only for what is not malformed. */
    PublicationStep toStep(EditorialEntry entry) {
        PublicationStep.Action what = java.util.Objects.requireNonNull(action);
        Integer bound =
                revision == null && what == PublicationStep.Action.PUBLISH ? Integer.valueOf(entry.newestRevision) : revision;
        return new PublicationStep(
                entry.id, what, bound, TransitionRequests.orMajor(importance), note, reason, replacedBy);
    }
}
