package org.putokaz.editorial.set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.IfMatch;
import org.putokaz.problem.ProblemType;

/** Repository of the publishing sets. */
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

    /** @throws org.putokaz.problem.ProblemException 404 when there is no such set */
    PublishingSet get(UUID id) {
        PublishingSet set = session.find(PublishingSet.class, id);
        if (set == null) {
            throw ProblemType.NOT_FOUND.because("no-such-set");
        }
        return set;
    }

    /**
     * Locks the set until the end of the transaction. The locks of its entries have to be taken after it.
     *
     * @throws org.putokaz.problem.ProblemException 404 when there is no such set
     */
    public PublishingSet lock(UUID id) {
        session.createNativeQuery("select id from editorial.publishing_set where id = :id for update", Object.class)
                .setParameter("id", id)
                .getResultList();
        return get(id);
    }

    /**
     * Locks the set for a conditional write.
     *
     * @throws org.putokaz.problem.ProblemException 404, or 412 when it has changed since the client read it
     */
    PublishingSet lock(UUID id, IfMatch ifMatch) {
        PublishingSet set = lock(id);
        set.requireVersion(ifMatch);
        return set;
    }

    /** The newest sets first, by id, which is in the order of creation; those before the given id only. */
    List<PublishingSet> findNewest(@Nullable PublishingSetStatus status, @Nullable UUID before, int limit) {
        String conditions =
                (status == null ? "" : " and s.status = :status") + (before == null ? "" : " and s.id < :before");
        var query = session.createSelectionQuery(
                "select s from PublishingSet s where 1 = 1" + conditions + " order by s.id desc", PublishingSet.class);
        if (status != null) {
            query.setParameter("status", status);
        }
        if (before != null) {
            query.setParameter("before", before);
        }
        return query.setMaxResults(limit).getResultList();
    }

    /** The number of members of each of these sets. */
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

    /** Finds the names of sets by their ids. */
    public Map<UUID, String> findNames(Collection<UUID> ids) {
        return session
                .createSelectionQuery("select s from PublishingSet s where s.id in :ids", PublishingSet.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(set -> set.id, set -> set.name));
    }
}
