package org.putokaz.editorial.set;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.draft.DraftContentParser;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.StepsNotAllowedException;
import org.putokaz.live.write.PublicationRejectedException;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/** Translation of refused publications of entries into problems of the set that they are members of. */
final class PublishingSetProblems {

    private final Map<UUID, Integer> indexes = new HashMap<>();

    PublishingSetProblems(List<PublicationStep> steps) {
        for (int i = 0; i < steps.size(); i++) {
            indexes.put(steps.get(i).entry(), i);
        }
    }

    /** Translates a pointer into an entry to one into the set; null when the entry is no member. */
    @Nullable
    String pointerTo(UUID entry, String pointer) {
        Integer index = indexes.get(entry);
        return index == null ? null : PublishingSetRequest.memberPointer(index) + pointer;
    }

    /** 409 with each member whose step is not allowed. */
    ProblemException toProblem(StepsNotAllowedException notAllowed) {
        List<Violation> violations = new ArrayList<>();
        notAllowed
                .blockingReasons()
                .forEach((entry, reason) -> violations.add(Violation.at(String.valueOf(pointerTo(entry, "")), reason)));
        return ProblemType.CONFLICT.with(violations);
    }

    /** 422 with every violation; those of entries that are no members carry their id instead of a pointer. */
    ProblemException toProblem(PublicationRejectedException rejected) {
        List<Violation> violations = new ArrayList<>();
        rejected.violations().forEach((entry, found) -> {
            for (Violation violation : found) {
                String pointer = pointerTo(
                        entry, DraftContentParser.toEntryPointer(violation).location());
                String code = violation.reason().code();
                violations.add(
                        pointer == null
                                ? Violation.at("", "of-another-entry", entry, code)
                                : Violation.at(pointer, violation.reason()));
            }
        });
        return ProblemType.INVALID_CONTENT.with(violations);
    }
}
