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
import java.util.HexFormat;
import org.putokaz.security.Actor;

/**
 * Append-only log of who did what, protected by a hash chain (docs/decisions/0012).
 *
 * <h2>Consistency</h2>
 *
 * <p>An entry is written in the transaction of the action: both are committed or neither. Each entry
 * carries the hash of the preceding one, so a changed or missing entry is detectable; the head row keeps the last
 * position and hash, so a missing tail is too.
 *
 * <h2>Concurrency</h2>
 *
 * <p>The head row is the lock. A transaction that appends an entry holds it until the commit, so
 * positions have no gap and the chain does not fork. To avoid deadlocks, take this lock after every other one.
 */
@ApplicationScoped
public class AuditTrail {

    /** Before every start-up action that is recorded. */
    private static final int STARTUP_PRIORITY = 90;

    private static final int CURSOR_KEY_BYTES = 32;

    private final AuditRepository repository;
    private final Clock clock;

    @Inject
    AuditTrail(AuditRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    void onStart(@Observes @Priority(STARTUP_PRIORITY) StartupEvent start) {
        byte[] cursorKey = new byte[CURSOR_KEY_BYTES];
        new SecureRandom().nextBytes(cursorKey);
        QuarkusTransaction.requiringNew()
                .run(() -> repository.insertHeadIfMissing(HexFormat.of().formatHex(cursorKey)));
    }

    /** Appends an entry. Other transactions that append wait until this one ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Actor actor, AuditEvent event) {
        AuditHead head = repository.lockHead();
        repository.append(AuditEntryEntity.of(AuditEntry.after(head, actor, event, clock.instant())));
    }

    /** Locks the trail until the end of the transaction. Also serialises changes of API tokens. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock() {
        repository.lockHead();
    }

    /** The secret of this installation that authenticates the cursors of the audit and token lists. */
    @Transactional(Transactional.TxType.MANDATORY)
    public String cursorKey() {
        return repository.cursorKey();
    }
}
