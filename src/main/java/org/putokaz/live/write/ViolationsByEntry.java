package org.putokaz.live.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.putokaz.problem.Violation;

/** Collector of the violations in one set of changes, by entry. */
public final class ViolationsByEntry {

    private final Map<UUID, List<Violation>> byEntry = new TreeMap<>();

    public void add(UUID entry, Violation violation) {
        byEntry.computeIfAbsent(entry, none -> new ArrayList<>()).add(violation);
    }

    public void addAll(UUID entry, List<Violation> violations) {
        violations.forEach(violation -> add(entry, violation));
    }

    public void throwIfAny() {
        if (!byEntry.isEmpty()) {
            throw new PublicationRejectedException(byEntry);
        }
    }
}
