package org.putokaz.live.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.entity.EntryEntity;

/**
 * Queries over the whole published store, for the checks of editors' texts. They run in the transaction of the caller and see its
 * own changes.
 */
@ApplicationScoped
public class LiveStoreQueries {

    private final Session session;

    @Inject
    LiveStoreQueries(Session session) {
        this.session = session;
    }

    /** Finds all published entries of a family. The cost grows with their number. */
    public List<LiveEntry> findAllLive(String family) {
        return session
                .createSelectionQuery(
                        "select e from EntryEntity e where e.family = :family and e.live = true", EntryEntity.class)
                .setParameter("family", family)
                .getResultList()
                .stream()
                .map(EntryEntity::toLiveEntry)
                .toList();
    }

    /** Whether any unit, published or withdrawn, is marked as a confidential location. */
    public boolean hasConfidentialLocation() {
        return !session.createSelectionQuery(
                        "select e.id from EntryEntity e where e.locationConfidential = true", UUID.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
