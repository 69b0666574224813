package org.putokaz.editorial.schedule;

import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.publish.StepsNotAllowedException;
import org.putokaz.live.write.PublicationRejectedException;
import org.putokaz.problem.ProblemException;

/**
 * Cause of a failed schedule.
 *
 * @param code of the problem that a request for the same publication would have got
 * @param entry the entry that caused it; null when none in particular did
 */
public record ScheduleFailure(String code, @Nullable UUID entry) {

    /** Code of an unexpected exception, which is in the log. */
    public static final String UNEXPECTED = "internal-error";

    public static ScheduleFailure of(RuntimeException thrown) {
        if (thrown instanceof StepsNotAllowedException notAllowed) {
            var first = notAllowed.blockingReasons().entrySet().iterator().next();
            return new ScheduleFailure(first.getValue().code(), first.getKey());
        }
        if (thrown instanceof PublicationRejectedException rejected) {
            // By id, so that of several entries it is always the same one.
            var first = new TreeMap<>(rejected.violations()).firstEntry();
            return new ScheduleFailure(first.getValue().get(0).reason().code(), first.getKey());
        }
        if (thrown instanceof ProblemException problem) {
            return new ScheduleFailure(problem.detail().code(), null);
        }
        return new ScheduleFailure(UNEXPECTED, null);
    }
}
