package org.putokaz.live.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.Violation;

/**
 * Invariants of the published store across entries: references lead to published entries, no unit is part of itself, and no
 * confidential location is disclosed. They are checked on the state that a transaction leaves and not on its changes, so
 * that no order of changes can get around them.
 */
@ApplicationScoped
public class StoreInvariants {

    /** Deeper than any institution; a longer chain of units is taken for a cycle. */
    private static final int MAX_UNIT_DEPTH = 32;

    /** Ids in one query, which databases limit. */
    private static final int BATCH_SIZE = 1000;

    private final Session session;

    @Inject
    StoreInvariants(Session session) {
        this.session = session;
    }

    /** Checks the state after changes of these entries. */
    void check(Collection<UUID> changed, ViolationsByEntry violations) {
        check(changed, false, violations);
    }

    /**
     * Checks an imported state, in which references may lead to withdrawn entries: references from other entries never
     * prevent a withdrawal.
     */
    public void checkImported(Collection<UUID> imported, ViolationsByEntry violations) {
        check(imported, true, violations);
    }

    private void check(Collection<UUID> changed, boolean withdrawnAllowed, ViolationsByEntry violations) {
        if (changed.isEmpty()) {
            return;
        }
        List<UUID> all = List.copyOf(changed);
        for (int from = 0; from < all.size(); from += BATCH_SIZE) {
            List<UUID> batch = all.subList(from, Math.min(from + BATCH_SIZE, all.size()));
            checkReferences(batch, withdrawnAllowed, violations);
            checkReplacements(batch, withdrawnAllowed, violations);
            checkUnitCycles(batch, violations);
        }
        checkConfidentialLocations(violations);
    }

    private void checkReferences(Collection<UUID> changed, boolean withdrawnAllowed, ViolationsByEntry violations) {
        session.createQuery("""
                        select r.key.fromId, r.pointer, r.toId from ReferenceEntity r
                        where r.key.fromId in :changed
                        and not exists (select 1 from EntryEntity e
                            where e.id = r.toId and (e.live = true or :withdrawnAllowed = true)
                            and e.family = r.family)""", Object[].class)
                .setParameter("changed", changed)
                .setParameter("withdrawnAllowed", withdrawnAllowed)
                .getResultList()
                .forEach(row -> violations.add(
                        (UUID) row[0], Violation.at((String) row[1], "reference-not-published", row[2])));
    }

    private void checkReplacements(Collection<UUID> changed, boolean withdrawnAllowed, ViolationsByEntry violations) {
        session.createQuery("""
                        select e.id, e.replacedBy from EntryEntity e
                        where e.id in :changed and e.replacedBy is not null
                        and not exists (select 1 from EntryEntity o where o.id = e.replacedBy
                            and (o.live = true or :withdrawnAllowed = true)
                            and o.family = e.family and o.id <> e.id)""", Object[].class)
                .setParameter("changed", changed)
                .setParameter("withdrawnAllowed", withdrawnAllowed)
                .getResultList()
                .forEach(row ->
                        violations.add((UUID) row[0], Violation.at("/replacedBy", "reference-not-published", row[1])));
    }

    private void checkUnitCycles(Collection<UUID> changed, ViolationsByEntry violations) {
        for (UUID unit : withParent(changed)) {
            UUID ancestor = unit;
            for (int depth = 0; ancestor != null; depth++) {
                ancestor = parentOf(ancestor);
                if (unit.equals(ancestor) || depth > MAX_UNIT_DEPTH) {
                    violations.add(unit, Violation.at("/parent", "part-of-itself"));
                    break;
                }
            }
        }
    }

    private List<UUID> withParent(Collection<UUID> entries) {
        return session.createQuery(
                        "select e.id from EntryEntity e where e.id in :entries and e.parentUnit is not null",
                        UUID.class)
                .setParameter("entries", entries)
                .getResultList();
    }

    private @Nullable UUID parentOf(UUID unit) {
        return session
                .createQuery("select e.parentUnit from EntryEntity e where e.id = :id", UUID.class)
                .setParameter("id", unit)
                .getResultList()
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    void checkConfidentialLocations(ViolationsByEntry violations) {
        Set<UUID> confidential = findConfidentialUnits();
        if (confidential.isEmpty()) {
            return;
        }
        session.createQuery(
                        "select e.id from EntryEntity e where e.live = true and e.disclosedUnit in :confidential",
                        UUID.class)
                .setParameter("confidential", confidential)
                .getResultList()
                .forEach(entry -> violations.add(entry, Violation.at("", "confidential-place-shown")));
    }

    /** Finds all units whose location must not be disclosed: the confidential ones and all units below them. */
    public Set<UUID> findConfidentialUnits() {
        List<UUID> frontier = session.createQuery(
                        "select e.id from EntryEntity e where e.locationConfidential = true", UUID.class)
                .getResultList();
        Set<UUID> confidential = new HashSet<>();
        while (!frontier.isEmpty()) {
            confidential.addAll(frontier);
            List<UUID> children = session.createQuery(
                            "select e.id from EntryEntity e where e.parentUnit in :parents", UUID.class)
                    .setParameter("parents", frontier)
                    .getResultList();
            frontier = new ArrayList<>(children);
            frontier.removeAll(confidential);
        }
        return confidential;
    }
}
