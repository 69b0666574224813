package org.putokaz.editorial;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.locale.LocalisedText;
import org.putokaz.problem.Violation;

/** What somebody asks for to be done to an entry later, in a set or by a schedule; the same rules for both. */
record StepInput(
        Step.@Nullable Action action,
        @Nullable Integer revision,
        @Nullable Importance importance,
        @Nullable LocalisedText note,
        @Nullable WithdrawalReason reason,
        @Nullable UUID replacedBy) {

    /** What is missing, or does not go with the action; each below this pointer. */
    List<Violation> malformed(String pointer) {
        List<Violation> found = new ArrayList<>();
        if (action == null) {
            found.add(Violation.at(pointer + "/action", "required"));
        } else if (action == Step.Action.WITHDRAW) {
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
    Step step(Entry entry) {
        Step.Action what = java.util.Objects.requireNonNull(action);
        Integer bound = revision == null && what == Step.Action.PUBLISH ? Integer.valueOf(entry.revision) : revision;
        return new Step(entry.id, what, bound, Inputs.orMajor(importance), note, reason, replacedBy);
    }
}
