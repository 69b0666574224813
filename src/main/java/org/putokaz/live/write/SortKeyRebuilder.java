package org.putokaz.live.write;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.ContentJson;
import org.putokaz.live.entity.EntryEntity;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.feed.FeedInitialiser;
import org.putokaz.live.feed.FeedPositionRepository;

/**
 * Startup task that rebuilds all sort keys when what they depend on has changed: the collation, whose keys do not compare
 * with those of another version, or the languages offered, as an entry without a key is missing from a list. Cursors that
 * carry the old version are then rejected.
 */
@ApplicationScoped
class SortKeyRebuilder {

    /** After the feed row was inserted, before a content pack adds keys. */
    static final int STARTUP_PRIORITY = FeedInitialiser.STARTUP_PRIORITY + 50;

    private static final Logger LOG = Logger.getLogger(SortKeyRebuilder.class);
    private static final int BATCH_SIZE = 500;

    private final Session session;
    private final FeedPositionRepository positions;
    private final EntryIndexRepository index;

    @Inject
    SortKeyRebuilder(Session session, FeedPositionRepository positions, EntryIndexRepository index) {
        this.session = session;
        this.positions = positions;
        this.index = index;
    }

    void atStart(@Observes @Priority(STARTUP_PRIORITY) StartupEvent start) {
        QuarkusTransaction.requiringNew().run(this::rebuildIfOutdated);
    }

    /** Rebuilds in one transaction that excludes publications. Others read the old keys with the old version meanwhile. */
    void rebuildIfOutdated() {
        positions.lock();
        String version = index.sortKeyVersion();
        if (version.equals(positions.currentState().collationVersion())) {
            return;
        }
        session.createMutationQuery("delete from SortKeyEntity").executeUpdate();
        UUID last = null;
        List<EntryEntity> batch = readBatchAfter(last);
        while (!batch.isEmpty()) {
            batch.forEach(this::addSortKeys);
            session.flush();
            session.clear();
            last = batch.get(batch.size() - 1).id;
            batch = readBatchAfter(last);
        }
        positions.setCollationVersion(version);
        LOG.infof("Sort keys were rebuilt for %s", version);
    }

    private List<EntryEntity> readBatchAfter(@Nullable UUID last) {
        String after = last == null ? "" : " and e.id > :last";
        var query = session.createSelectionQuery(
                "select e from EntryEntity e where e.live = true" + after + " order by e.id", EntryEntity.class);
        if (last != null) {
            query.setParameter("last", last);
        }
        return query.setMaxResults(BATCH_SIZE).getResultList();
    }

    private void addSortKeys(EntryEntity entry) {
        addSortKeys(entry, index.familyOf(entry));
    }

    private <C extends Record> void addSortKeys(EntryEntity entry, ContentFamily<C> family) {
        C content = ContentJson.read(Objects.requireNonNull(entry.document), family.contentType());
        index.addSortKeys(entry, family.indexedFields(entry.id, content).name());
    }
}
