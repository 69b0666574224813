package org.putokaz.editorial.set;

import org.putokaz.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The publishing sets. */
@ApplicationScoped
public class PublishingSetRepository {

    private final Session session;

    @Inject
    PublishingSetRepository(Session session) {
        this.session = session;
    }

    void add(PublishingSet set) {
        session.persist(set);
    }

    /** @throws org.putokaz.problem.ProblemException 404 */
    PublishingSet get(UUID id) {
        PublishingSet set = session.find(PublishingSet.class, id);
        if (set == null) {
            throw ProblemType.NOT_FOUND.because("no-such-set");
        }
        return set;
    }

    /**
     * The set, which nobody else can change from here to the end of the transaction. Before its entries.
     *
     * @throws org.putokaz.problem.ProblemException 404
     */
    public PublishingSet lock(UUID id) {
        session.createNativeQuery("select id from editorial.publishing_set where id = :id for update", Object.class)
                .setParameter("id", id)
                .getResultList();
        return get(id);
    }

    /** The youngest first, by id, which sorts by when a set was made. */
    List<PublishingSet> findNewest(@Nullable PublishingSetStatus status, @Nullable UUID before, int most) {
        String where =
                (status == null ? "" : " and s.status = :status") + (before == null ? "" : " and s.id < :before");
        var query = session.createSelectionQuery(
                "select s from PublishingSet s where 1 = 1" + where + " order by s.id desc", PublishingSet.class);
        if (status != null) {
            query.setParameter("status", status);
        }
        if (before != null) {
            query.setParameter("before", before);
        }
        return query.setMaxResults(most).getResultList();
    }

    /** How many members each of these has. */
    Map<UUID, Integer> memberCounts(Collection<UUID> sets) {
        if (sets.isEmpty()) {
            return Map.of();
        }
        return session
                .createSelectionQuery(
                        "select p.key.ownerId, count(p) from PlannedStepEntity p where p.key.ownerId in :sets"
                                + " group by p.key.ownerId",
                        Object[].class)
                .setParameterList("sets", sets)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Long) row[1]).intValue()));
    }
}
