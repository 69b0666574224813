package org.putokaz.live.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.putokaz.live.entity.ReplacementResolver;

/** Repository of the references between published entries, as their editors wrote them. */
@ApplicationScoped
public class PublishedReferenceRepository {

    private final Session session;

    @Inject
    PublishedReferenceRepository(Session session) {
        this.session = session;
    }

    /**
     * Reference from a published entry.
     *
     * @param pointer JSON pointer to it in the content
     */
    public record PublishedReference(UUID from, String pointer) {}

    /** Finds the references of published entries to an entry, in the order of the entries' ids. */
    public List<PublishedReference> findReferences(UUID to) {
        return session.createSelectionQuery(
                        "select r.key.fromId, r.pointer from ReferenceEntity r where r.toId = :to"
                                + " order by r.key.fromId, r.key.role, r.key.ordinal",
                        PublishedReference.class)
                .setParameter("to", to)
                .getResultList();
    }

    /** Finds the published channels of a unit and of the units below it, in the order of the channels' ids. */
    public List<UUID> findChannelsBelow(UUID unit) {
        Set<UUID> units = new LinkedHashSet<>(Set.of(unit));
        Deque<UUID> pending = new ArrayDeque<>(units);
        while (!pending.isEmpty()) {
            session
                    .createSelectionQuery("select e.id from EntryEntity e where e.parentUnit = :unit", UUID.class)
                    .setParameter("unit", pending.remove())
                    .getResultList()
                    .stream()
                    .filter(units::add)
                    .forEach(pending::add);
        }
        return session.createSelectionQuery(
                        "select distinct r.key.fromId from ReferenceEntity r where r.key.role = 'unit'"
                                + " and r.toId in :units order by r.key.fromId",
                        UUID.class)
                .setParameter("units", units)
                .getResultList();
    }

    /** Finds the published units that have a unit as their parent, in the order of their ids. */
    public List<UUID> findPartsOf(UUID unit) {
        return session.createSelectionQuery(
                        "select e.id from EntryEntity e where e.parentUnit = :unit and e.live = true order by e.id",
                        UUID.class)
                .setParameter("unit", unit)
                .getResultList();
    }

    /** The published entry to which references to a withdrawn one lead; empty when there is none. */
    public Optional<UUID> findReplacement(UUID withdrawn) {
        return Optional.ofNullable(new ReplacementResolver(session).resolve(withdrawn));
    }
}
