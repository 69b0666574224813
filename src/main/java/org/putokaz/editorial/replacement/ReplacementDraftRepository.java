package org.putokaz.editorial.replacement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.putokaz.editorial.publish.PublicationStep;

/** Repository of the drafts that publishing sets have made. */
@ApplicationScoped
class ReplacementDraftRepository {

    private final Session session;

    @Inject
    ReplacementDraftRepository(Session session) {
        this.session = session;
    }

    void add(ReplacementDraftEntity draft) {
        session.persist(draft);
    }

    /** The drafts of a set, by the id of their entries. */
    List<ReplacementDraftEntity> findBySet(UUID set) {
        return session.createSelectionQuery(
                        "select d from ReplacementDraftEntity d where d.key.setId = :set order by d.key.entryId",
                        ReplacementDraftEntity.class)
                .setParameter("set", set)
                .getResultList();
    }

    /** Whether a pending schedule, or another set that has not ended, publishes the draft. */
    boolean isPlannedElsewhere(ReplacementDraftEntity draft) {
        return !session.createSelectionQuery(
                        "select p.key.ownerId from PlannedStepEntity p"
                                + " where p.entryId = :entry and p.revision = :revision and p.action = :publish"
                                + " and p.key.ownerId <> :set and (p.key.ownerId in (select s.id from PublishingSet s"
                                + " where s.status not in (PublishingSetStatus.PUBLISHED, PublishingSetStatus.CANCELLED))"
                                + " or p.key.ownerId in (select s.id from Schedule s where s.state = ScheduleState.PENDING))",
                        UUID.class)
                .setParameter("entry", draft.key.entryId())
                .setParameter("revision", draft.revision)
                .setParameter("publish", PublicationStep.Action.PUBLISH)
                .setParameter("set", draft.key.setId())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
