package org.putokaz.editorial.publish;

import org.putokaz.problem.Message;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The state of some entries does not allow what was to be done to them with others; nothing was done to any. */
public final class StepsNotAllowedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<UUID, Message> obstacles;

    public StepsNotAllowedException(Map<UUID, Message> obstacles) {
        super("Not ready: " + obstacles);
        this.obstacles = Collections.unmodifiableMap(new LinkedHashMap<>(obstacles));
    }

    /** What is in the way, by entry, in the order of the steps. */
    public Map<UUID, Message> blockingReasons() {
        return obstacles;
    }
}
