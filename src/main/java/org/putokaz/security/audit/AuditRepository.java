package org.putokaz.security.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Database access to the audit entries and the head row. All methods need a transaction. */
@ApplicationScoped
class AuditRepository {

    private final Session session;

    @Inject
    AuditRepository(Session session) {
        this.session = session;
    }

    /** Stores an entry and moves the head to it. The caller holds the lock of the head row. */
    void append(AuditEntryEntity entry) {
        session.persist(entry);
        session.createMutationQuery(
                        "update AuditHeadEntity h set h.position = :position, h.hash = :hash where h.id = 1")
                .setParameter("position", entry.position)
                .setParameter("hash", entry.hash)
                .executeUpdate();
    }

    /** Entries that match the filter, newest first. */
    List<AuditEntryEntity> findNewest(AuditFilter filter, int limit) {
        SelectionQuery<AuditEntryEntity> query = session.createSelectionQuery(
                "from AuditEntryEntity a" + filter.whereClause() + " order by a.position desc", AuditEntryEntity.class);
        filter.parameters().forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    /** Entries in the order of their positions, from after one position up to and including another. */
    List<AuditEntryEntity> findBetween(long after, long upTo, int limit) {
        return session.createSelectionQuery(
                        "from AuditEntryEntity a where a.position > :after and a.position <= :upTo order by a.position",
                        AuditEntryEntity.class)
                .setParameter("after", after)
                .setParameter("upTo", upTo)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The lowest position after that of the head. One statement, because a concurrent transaction may append. */
    Optional<Long> findPositionBeyondHead() {
        return session.createSelectionQuery(
                        "select min(a.position) from AuditEntryEntity a, AuditHeadEntity h"
                                + " where a.position > h.position",
                        Long.class)
                .uniqueResultOptional();
    }

    /** Null when the head row was deleted. */
    @Nullable
    AuditHead findHead() {
        return session.createSelectionQuery("select h.position, h.hash from AuditHeadEntity h", AuditHead.class)
                .getSingleResultOrNull();
    }

    /** Locks the head row until the end of the transaction. */
    AuditHead lockHead() {
        // Native SQL: Hibernate would generate "for no key update" on PostgreSQL.
        Object[] head = session.createNativeQuery(
                        "select position, hash from security.audit_head where id = 1 for update", Object[].class)
                .getSingleResult();
        return new AuditHead(((Number) head[0]).longValue(), (String) head[1]);
    }

    void insertHeadIfMissing(String cursorKey) {
        session.createNativeMutationQuery("insert into security.audit_head (id, position, hash, cursor_key)"
                        + " values (1, 0, :hash, :key) on conflict do nothing")
                .setParameter("hash", AuditHead.GENESIS_HASH)
                .setParameter("key", cursorKey)
                .executeUpdate();
    }

    String cursorKey() {
        return session.createSelectionQuery("select h.cursorKey from AuditHeadEntity h", String.class)
                .getSingleResult();
    }
}
