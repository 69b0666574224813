package org.putokaz.editorial.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Repository of the planned steps of publishing sets and schedules; their owner is the set or the schedule. */
@ApplicationScoped
public class PlannedStepRepository {

    private final Session session;

    @Inject
    PlannedStepRepository(Session session) {
        this.session = session;
    }

    /** The planned steps of the owner in their order. */
    public List<PlannedStepEntity> findByOwner(UUID owner) {
        return session.createSelectionQuery(
                        "select p from PlannedStepEntity p where p.key.ownerId = :owner order by p.key.stepIndex",
                        PlannedStepEntity.class)
                .setParameter("owner", owner)
                .getResultList();
    }

    /** The steps of the owner in their order, ready to be executed. */
    public List<PublicationStep> findSteps(UUID owner) {
        return findByOwner(owner).stream().map(PlannedStepEntity::toStep).toList();
    }

    /** Replaces the steps of the owner. The caller holds the locks of the owner and of the entries. */
    public void replace(UUID owner, List<PublicationStep> steps) {
        session.createMutationQuery("delete from PlannedStepEntity p where p.key.ownerId = :owner")
                .setParameter("owner", owner)
                .executeUpdate();
        for (int i = 0; i < steps.size(); i++) {
            session.persist(PlannedStepEntity.of(owner, i, steps.get(i)));
        }
    }

    /**
     * Records the present feed position of each entry, so that an entry that is withdrawn later is not published again.
     */
    public void recordSeenPositions(UUID owner) {
        session.flush();
        session.createMutationQuery("update PlannedStepEntity p set p.seenPosition ="
                        + " (select e.livePosition from EditorialEntry e where e.id = p.entryId)"
                        + " where p.key.ownerId = :owner")
                .setParameter("owner", owner)
                .executeUpdate();
    }

    /** Takes the entries of the owner off the list of those that need attention. */
    public void clearNeedsAttention(UUID owner) {
        setNeedsAttention(owner, false);
    }

    /** Puts the entries of the owner on the list of those that need attention. */
    public void markNeedsAttention(UUID owner) {
        setNeedsAttention(owner, true);
    }

    private void setNeedsAttention(UUID owner, boolean needed) {
        session.flush();
        session.createMutationQuery("update EditorialEntry e set e.needsAttention = :needed"
                        + " where e.needsAttention <> :needed and e.id in (select p.entryId from PlannedStepEntity p"
                        + " where p.key.ownerId = :owner)")
                .setParameter("needed", needed)
                .setParameter("owner", owner)
                .executeUpdate();
    }

    /** Removes the public notes about an entry that is withdrawn for a person's safety. */
    void clearNotes(UUID entry) {
        session.createMutationQuery("update PlannedStepEntity p set p.note = null where p.entryId = :entry")
                .setParameter("entry", entry)
                .executeUpdate();
    }
}
