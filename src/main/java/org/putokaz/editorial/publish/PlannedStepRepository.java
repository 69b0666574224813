package org.putokaz.editorial.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** What sets and schedules do to entries, when the time comes. */
@ApplicationScoped
public class PlannedStepRepository {

    private final Session session;

    @Inject
    PlannedStepRepository(Session session) {
        this.session = session;
    }

    /** In the order in which they were given. */
    public List<PlannedStepEntity> findByOwner(UUID owner) {
        return session.createSelectionQuery(
                        "select p from PlannedStepEntity p where p.key.ownerId = :owner order by p.key.stepIndex",
                        PlannedStepEntity.class)
                .setParameter("owner", owner)
                .getResultList();
    }

    public static List<PublicationStep> toSteps(List<PlannedStepEntity> planned) {
        return planned.stream().map(PlannedStepEntity::toStep).toList();
    }

    /** These, in place of those that were there; by whoever holds the owner and the entries. */
    public void replace(UUID owner, List<PublicationStep> steps) {
        session.createMutationQuery("delete from PlannedStepEntity p where p.key.ownerId = :owner")
                .setParameter("owner", owner)
                .executeUpdate();
        for (int place = 0; place < steps.size(); place++) {
            session.persist(PlannedStepEntity.of(owner, place, steps.get(place)));
        }
    }

    /** Notes where its entries stand at this moment, so that what is withdrawn afterwards is not shown again by itself. */
    public void recordSeenPositions(UUID owner) {
        session.flush();
        session.createMutationQuery(
                        "update PlannedStepEntity p set p.seenPosition ="
                                + " (select e.livePosition from EditorialEntry e where e.id = p.entryId) where p.key.ownerId = :owner")
                .setParameter("owner", owner)
                .executeUpdate();
    }

    /** Its entries need nobody's attention any more for a schedule that failed. */
    public void clearNeedsAttention(UUID owner) {
        setNeedsAttention(owner, false);
    }

    /** Its entries need somebody's attention. */
    public void markNeedsAttention(UUID owner) {
        setNeedsAttention(owner, true);
    }

    private void setNeedsAttention(UUID owner, boolean needed) {
        session.flush();
        session.createMutationQuery("update EditorialEntry e set e.needsAttention = :needed where e.needsAttention <> :needed"
                        + " and e.id in (select p.entryId from PlannedStepEntity p where p.key.ownerId = :owner)")
                .setParameter("needed", needed)
                .setParameter("owner", owner)
                .executeUpdate();
    }

    /** Takes out what was to be said in public of an entry that is withdrawn for somebody's safety. */
    void clearNotes(UUID entry) {
        session.createMutationQuery("update PlannedStepEntity p set p.note = null where p.entryId = :entry")
                .setParameter("entry", entry)
                .executeUpdate();
    }
}
