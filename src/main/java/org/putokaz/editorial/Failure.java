package org.putokaz.editorial;

import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.Refusal;
import org.putokaz.problem.ProblemException;

/**
 * Why something that was to happen by itself did not.
 *
 * @param code of what was in the way, as an editor would have been told who had tried it by hand
 * @param entry the one that was in the way; null when it was none in particular
 */
record Failure(String code, @Nullable UUID entry) {

    /** A mistake of ours; the log says more. */
    static final String UNEXPECTED = "internal-error";

    static Failure of(RuntimeException thrown) {
        if (thrown instanceof NotReady notReady) {
            var first = notReady.obstacles().entrySet().iterator().next();
            return new Failure(first.getValue().code(), first.getKey());
        }
        if (thrown instanceof Refusal refusal) {
            // Of several always the same one.
            var first = new TreeMap<>(refusal.violations()).firstEntry();
            return new Failure(first.getValue().get(0).reason().code(), first.getKey());
        }
        if (thrown instanceof ProblemException problem) {
            return new Failure(problem.detail().code(), null);
        }
        return new Failure(UNEXPECTED, null);
    }
}
