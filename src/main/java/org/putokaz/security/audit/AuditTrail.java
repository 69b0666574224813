package org.putokaz.security.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.hibernate.Session;
import org.putokaz.security.Actor;

/**
 * The trail of who did what (docs/decisions/0012). Each line carries the hash of the line before, so that a changed or
 * missing one shows; one row holds the end, so that a missing tail shows too.
 */
@ApplicationScoped
public class AuditTrail {

    /** Before anybody at start does something worth a line. */
    private static final int AT_START = 90;

    private static final int CURSOR_KEY_BYTES = 32;

    private final Session session;
    private final Clock clock;

    @Inject
    AuditTrail(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    void begin(@Observes @Priority(AT_START) StartupEvent start) {
        QuarkusTransaction.requiringNew().run(this::insertHeadIfMissing);
    }

    private void insertHeadIfMissing() {
        byte[] key = new byte[CURSOR_KEY_BYTES];
        new SecureRandom().nextBytes(key);
        session.createNativeMutationQuery("insert into security.audit_head (id, position, hash, cursor_key)"
                        + " values (1, 0, :hash, :key) on conflict do nothing")
                .setParameter("hash", AuditHead.NOTHING)
                .setParameter("key", HexFormat.of().formatHex(key))
                .executeUpdate();
    }

    /**
     * Adds a line, in the transaction of what was done: both are there or neither is. From here to the commit nobody else
     * adds one, so this comes last in a transaction, after every other lock.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Actor actor, AuditEvent act) {
        AuditEntry entry = AuditEntry.after(lock(), actor, act, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        AuditEntryEntity row = AuditEntryEntity.of(entry);
        session.persist(row);
        session.createMutationQuery(
                        "update AuditHeadEntity h set h.position = :position, h.hash = :hash where h.id = 1")
                .setParameter("position", row.position)
                .setParameter("hash", row.hash)
                .executeUpdate();
    }

    /** Waits for whoever adds a line. Also what makes changes of tokens happen one after another. */
    @Transactional(Transactional.TxType.MANDATORY)
    public AuditHead lock() {
        // Native, because the dialect's own "for no key update" is PostgreSQL's alone.
        Object[] head = session.createNativeQuery(
                        "select position, hash from security.audit_head where id = 1 for update", Object[].class)
                .getSingleResult();
        return new AuditHead(((Number) head[0]).longValue(), (String) head[1]);
    }
}
