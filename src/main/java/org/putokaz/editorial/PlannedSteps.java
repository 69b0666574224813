package org.putokaz.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** What sets and schedules do to entries, when the time comes. */
@ApplicationScoped
class PlannedSteps {

    private final Session session;

    @Inject
    PlannedSteps(Session session) {
        this.session = session;
    }

    /** In the order in which they were given. */
    List<PlannedStep> of(UUID owner) {
        return session.createSelectionQuery(
                        "select p from PlannedStep p where p.key.ownerId = :owner order by p.key.place",
                        PlannedStep.class)
                .setParameter("owner", owner)
                .getResultList();
    }

    static List<Step> steps(List<PlannedStep> planned) {
        return planned.stream().map(PlannedStep::step).toList();
    }

    /** These, in place of those that were there; by whoever holds the owner and the entries. */
    void replace(UUID owner, List<Step> steps) {
        session.createMutationQuery("delete from PlannedStep p where p.key.ownerId = :owner")
                .setParameter("owner", owner)
                .executeUpdate();
        for (int place = 0; place < steps.size(); place++) {
            session.persist(PlannedStep.of(owner, place, steps.get(place)));
        }
    }

    /** Notes where its entries stand at this moment, so that what is withdrawn afterwards is not shown again by itself. */
    void see(UUID owner) {
        session.flush();
        session.createMutationQuery("update PlannedStep p set p.seenPosition ="
                        + " (select e.livePosition from Entry e where e.id = p.entryId) where p.key.ownerId = :owner")
                .setParameter("owner", owner)
                .executeUpdate();
    }

    /** Its entries need nobody's attention any more for a schedule that failed. */
    void forgetTrouble(UUID owner) {
        trouble(owner, false);
    }

    /** Its entries need somebody's attention. */
    void markTrouble(UUID owner) {
        trouble(owner, true);
    }

    private void trouble(UUID owner, boolean troubled) {
        session.flush();
        session.createMutationQuery("update Entry e set e.troubled = :troubled where e.troubled <> :troubled"
                        + " and e.id in (select p.entryId from PlannedStep p where p.key.ownerId = :owner)")
                .setParameter("troubled", troubled)
                .setParameter("owner", owner)
                .executeUpdate();
    }

    /** Takes out what was to be said in public of an entry that is withdrawn for somebody's safety. */
    void forgetNotes(UUID entry) {
        session.createMutationQuery("update PlannedStep p set p.note = null where p.entryId = :entry")
                .setParameter("entry", entry)
                .executeUpdate();
    }
}
