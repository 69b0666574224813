package org.putokaz.editorial.publish;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.putokaz.problem.Message;

/** Refusal of several steps because the states of some entries do not allow theirs; none of the steps was executed. */
public final class StepsNotAllowedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<UUID, Message> blockingReasons;

    public StepsNotAllowedException(Map<UUID, Message> blockingReasons) {
        super("Steps not allowed: " + blockingReasons);
        this.blockingReasons = Collections.unmodifiableMap(new LinkedHashMap<>(blockingReasons));
    }

    /** The reasons by entry, in the order of the steps. */
    public Map<UUID, Message> blockingReasons() {
        return blockingReasons;
    }
}
