package org.putokaz.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.putokaz.problem.Violation;

/** What was found wrong with the entries of one set of changes, so far. */
final class Findings {

    private final Map<UUID, List<Violation>> byEntry = new TreeMap<>();

    void add(UUID entry, Violation violation) {
        byEntry.computeIfAbsent(entry, none -> new ArrayList<>()).add(violation);
    }

    void addAll(UUID entry, List<Violation> violations) {
        violations.forEach(violation -> add(entry, violation));
    }

    void refuseIfAny() {
        if (!byEntry.isEmpty()) {
            throw new Refusal(byEntry);
        }
    }
}
