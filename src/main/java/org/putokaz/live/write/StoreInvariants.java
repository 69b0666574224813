package org.putokaz.live.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.putokaz.problem.Violation;

/**
 * What must hold of the store as a whole after every publishing, whatever the order in which things were done. The
 * rules look at the state that is left, not at the change, so no sequence of changes can walk around them.
 */
@ApplicationScoped
public class StoreInvariants {

    /** Deeper than any institution; a chain longer than this is taken for a circle. */
    private static final int DEEPEST = 32;

    /** How many ids go into one statement: databases bound that. */
    private static final int CHUNK = 1000;

    private final Session session;

    @Inject
    StoreInvariants(Session session) {
        this.session = session;
    }

    /** After ordinary changes: what the changed entries name is live. */
    void prove(Collection<UUID> touched, ViolationsByEntry findings) {
        prove(touched, false, findings);
    }

    /**
     * Of a whole state that another store held: what it names may have been withdrawn since, as a withdrawal is never held
     * up by what still names the entry.
     */
    public void proveTakenOver(Collection<UUID> all, ViolationsByEntry findings) {
        prove(all, true, findings);
    }

    private void prove(Collection<UUID> touched, boolean goneWillDo, ViolationsByEntry findings) {
        if (touched.isEmpty()) {
            return;
        }
        List<UUID> all = List.copyOf(touched);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<UUID> some = all.subList(from, Math.min(from + CHUNK, all.size()));
            everyReferenceIsLive(some, goneWillDo, findings);
            everyReplacementIsLive(some, goneWillDo, findings);
            noUnitIsPartOfItself(some, findings);
        }
        noHiddenPlaceIsShown(findings);
    }

    /** A withdrawal is never held up by what still names the entry: safety comes first. */
    private void everyReferenceIsLive(Collection<UUID> touched, boolean goneWillDo, ViolationsByEntry findings) {
        session.createQuery("""
                        select r.key.fromId, r.pointer, r.toId from ReferenceEntity r
                        where r.key.fromId in :touched
                        and not exists (select 1 from EntryEntity e
                            where e.id = r.toId and (e.live = true or :goneWillDo = true) and e.family = r.family)""", Object[].class)
                .setParameter("touched", touched)
                .setParameter("goneWillDo", goneWillDo)
                .getResultList()
                .forEach(row ->
                        findings.add((UUID) row[0], Violation.at((String) row[1], "reference-not-published", row[2])));
    }

    private void everyReplacementIsLive(Collection<UUID> touched, boolean goneWillDo, ViolationsByEntry findings) {
        session.createQuery("""
                        select e.id, e.replacedBy from EntryEntity e
                        where e.id in :touched and e.replacedBy is not null
                        and not exists (select 1 from EntryEntity o where o.id = e.replacedBy
                            and (o.live = true or :goneWillDo = true)
                            and o.family = e.family and o.id <> e.id)""", Object[].class)
                .setParameter("touched", touched)
                .setParameter("goneWillDo", goneWillDo)
                .getResultList()
                .forEach(row ->
                        findings.add((UUID) row[0], Violation.at("/replacedBy", "reference-not-published", row[1])));
    }

    private void noUnitIsPartOfItself(Collection<UUID> touched, ViolationsByEntry findings) {
        for (UUID entry : thoseWithin(touched)) {
            UUID above = entry;
            for (int height = 0; above != null; height++) {
                above = within(above);
                if (entry.equals(above) || height > DEEPEST) {
                    findings.add(entry, Violation.at("/parent", "part-of-itself"));
                    break;
                }
            }
        }
    }

    private List<UUID> thoseWithin(Collection<UUID> touched) {
        return session.createQuery(
                        "select e.id from EntryEntity e where e.id in :touched and e.withinUnit is not null",
                        UUID.class)
                .setParameter("touched", touched)
                .getResultList();
    }

    private @org.jspecify.annotations.Nullable UUID within(UUID entry) {
        return session
                .createQuery("select e.withinUnit from EntryEntity e where e.id = :id", UUID.class)
                .setParameter("id", entry)
                .getResultList()
                .stream()
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Nothing live may tell where a hidden unit is, nor where any unit below a hidden one is. */
    private void noHiddenPlaceIsShown(ViolationsByEntry findings) {
        Set<UUID> hidden = hiddenPlaces();
        if (hidden.isEmpty()) {
            return;
        }
        session.createQuery(
                        "select e.id from EntryEntity e where e.live = true and e.placeShownOf in :hidden", UUID.class)
                .setParameter("hidden", hidden)
                .getResultList()
                .forEach(entry -> findings.add(entry, Violation.at("", "confidential-place-shown")));
    }

    /** Every unit of which nobody may be told where it is, live or gone: the hidden ones and all below them. */
    public Set<UUID> hiddenPlaces() {
        List<UUID> frontier = session.createQuery(
                        "select e.id from EntryEntity e where e.placeHidden = true", UUID.class)
                .getResultList();
        Set<UUID> hidden = new HashSet<>();
        while (!frontier.isEmpty()) {
            hidden.addAll(frontier);
            frontier = session.createQuery("select e.id from EntryEntity e where e.withinUnit in :above", UUID.class)
                    .setParameter("above", frontier)
                    .getResultList();
            frontier = new ArrayList<>(frontier);
            frontier.removeAll(hidden);
        }
        return hidden;
    }
}
