package org.putokaz.editorial.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.putokaz.editorial.draft.DraftContentParser;
import org.putokaz.live.write.PublicationRejectedException;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/** Translation of a rejected publication into the problem of the one entry that the request is about. */
public final class EntryProblems {

    private EntryProblems() {}

    /** 422 with every violation; those of other entries carry their id instead of a pointer. */
    public static ProblemException of(PublicationRejectedException rejected, UUID entry) {
        List<Violation> violations = new ArrayList<>();
        rejected.violations().forEach((id, found) -> {
            for (Violation violation : found) {
                violations.add(
                        id.equals(entry)
                                ? DraftContentParser.toEntryPointer(violation)
                                : Violation.at(
                                        "",
                                        "of-another-entry",
                                        id,
                                        violation.reason().code()));
            }
        });
        return ProblemType.INVALID_CONTENT.with(violations);
    }
}
