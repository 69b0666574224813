package org.putokaz.live.write;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.putokaz.problem.Violation;

/** Exception for a set of changes that was rejected as a whole, with the violations of each entry. */
public final class PublicationRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<UUID, List<Violation>> violations;

    public PublicationRejectedException(Map<UUID, List<Violation>> violations) {
        super("Publication rejected: " + violations);
        this.violations = Map.copyOf(violations);
    }

    public Map<UUID, List<Violation>> violations() {
        return violations;
    }
}
