package org.putokaz.editorial.set;

import org.putokaz.editorial.draft.DraftContentParser;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.StepsNotAllowedException;
import org.putokaz.live.write.PublicationRejectedException;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with entries in terms of the set that they are members of: by their place in it. */
final class PublishingSetProblems {

    private final Map<UUID, Integer> places = new HashMap<>();

    PublishingSetProblems(List<PublicationStep> steps) {
        for (int place = 0; place < steps.size(); place++) {
            places.put(steps.get(place).entry(), place);
        }
    }

    /** Where a pointer into that entry stands in the set; null when it is no member. */
    @Nullable
    String pointerTo(UUID entry, String pointer) {
        Integer place = places.get(entry);
        return place == null ? null : PublishingSetRequest.memberPointer(place) + pointer;
    }

    /** 409 with each member that is not ready. */
    ProblemException toProblem(StepsNotAllowedException notReady) {
        List<Violation> violations = new ArrayList<>();
        notReady.blockingReasons()
                .forEach((entry, why) -> violations.add(Violation.at(String.valueOf(pointerTo(entry, "")), why)));
        return ProblemType.CONFLICT.with(violations);
    }

    /** 422 with everything that was found; what concerns an entry that is no member carries its id. */
    ProblemException toProblem(PublicationRejectedException refusal) {
        List<Violation> violations = new ArrayList<>();
        refusal.violations().forEach((entry, found) -> {
            for (Violation violation : found) {
                String pointer =
                        pointerTo(entry, DraftContentParser.toEntryPointer(violation).location());
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
