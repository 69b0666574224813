package org.putokaz.editorial.schedule;

import org.putokaz.editorial.publish.StepsNotAllowedException;
import org.putokaz.live.write.PublicationRejectedException;
import org.putokaz.problem.ProblemException;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why something that was to happen by itself did not.
 *
 * @param code of what was in the way, as an editor would have been told who had tried it by hand
 * @param entry the one that was in the way; null when it was none in particular
 */
public record ScheduleFailure(String code, @Nullable UUID entry) {

    /** A mistake of ours; the log says more. */
    public static final String UNEXPECTED = "internal-error";

    public static ScheduleFailure of(RuntimeException thrown) {
        if (thrown instanceof StepsNotAllowedException notReady) {
            var first = notReady.blockingReasons().entrySet().iterator().next();
            return new ScheduleFailure(first.getValue().code(), first.getKey());
        }
        if (thrown instanceof PublicationRejectedException refusal) {
            // Of several always the same one.
            var first = new TreeMap<>(refusal.violations()).firstEntry();
            return new ScheduleFailure(first.getValue().get(0).reason().code(), first.getKey());
        }
        if (thrown instanceof ProblemException problem) {
            return new ScheduleFailure(problem.detail().code(), null);
        }
        return new ScheduleFailure(UNEXPECTED, null);
    }
}
