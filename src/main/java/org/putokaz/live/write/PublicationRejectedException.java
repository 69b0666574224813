package org.putokaz.live.write;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.putokaz.problem.Violation;

/** A set of changes was refused, whole; what was wrong with which entry. */
public final class PublicationRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<UUID, List<Violation>> violations;

    public PublicationRejectedException(Map<UUID, List<Violation>> violations) {
        super("Refused: " + violations);
        this.violations = Map.copyOf(violations);
    }

    public Map<UUID, List<Violation>> violations() {
        return violations;
    }
}
