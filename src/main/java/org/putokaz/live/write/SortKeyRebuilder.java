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
import org.putokaz.live.feed.FeedPositionRepository;

/**
 * Makes the sort keys anew when what they were made by has changed: the rules of alphabetical order (keys of two versions
 * do not compare), or the languages offered (an entry without a key would be missing from a list). Cursors from before
 * are then refused, as they carry the old version.
 */
@ApplicationScoped
class SortKeyRebuilder {

    /** After the clock row is there, before a content pack adds keys. */
    static final int AT_START = FeedPositionRepository.AT_START + 50;

    private static final Logger LOG = Logger.getLogger(SortKeyRebuilder.class);
    private static final int BATCH = 500;

    private final Session session;
    private final FeedPositionRepository clock;
    private final EntryIndexRepository index;

    @Inject
    SortKeyRebuilder(Session session, FeedPositionRepository clock, EntryIndexRepository index) {
        this.session = session;
        this.clock = clock;
        this.index = index;
    }

    void atStart(@Observes @Priority(AT_START) StartupEvent start) {
        QuarkusTransaction.requiringNew().run(this::upgradeIfNeeded);
    }

    /** In one transaction under the clock's lock: whoever reads meanwhile sees the old keys with the old version. */
    void upgradeIfNeeded() {
        clock.lock();
        String version = index.sortKeyVersion();
        if (version.equals(clock.read().collationVersion())) {
            return;
        }
        session.createMutationQuery("delete from SortKeyEntity").executeUpdate();
        UUID last = null;
        List<EntryEntity> batch = batchAfter(last);
        while (!batch.isEmpty()) {
            batch.forEach(this::addKeys);
            session.flush();
            session.clear();
            last = batch.get(batch.size() - 1).id;
            batch = batchAfter(last);
        }
        clock.collatedWith(version);
        LOG.infof("Sort keys were made anew for %s", version);
    }

    private List<EntryEntity> batchAfter(@Nullable UUID last) {
        String after = last == null ? "" : " and e.id > :last";
        var query = session.createSelectionQuery(
                "select e from EntryEntity e where e.live = true" + after + " order by e.id", EntryEntity.class);
        if (last != null) {
            query.setParameter("last", last);
        }
        return query.setMaxResults(BATCH).getResultList();
    }

    private void addKeys(EntryEntity row) {
        addKeys(row, index.familyOf(row));
    }

    private <C extends Record> void addKeys(EntryEntity row, ContentFamily<C> family) {
        C content = ContentJson.read(Objects.requireNonNull(row.document), family.contentType());
        index.addSortKeys(row, family.facts(row.id, content).name());
    }
}
