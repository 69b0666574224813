package org.putokaz.security.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Reads the whole audit trail and says whether it holds: a thousand lines at a time, so that its length costs time and no
 * memory. Lines that come in meanwhile are left for the next time.
 */
@ApplicationScoped
class AuditVerificationService {

    private static final int CHUNK = 1000;

    private final Session session;

    @Inject
    AuditVerificationService(Session session) {
        this.session = session;
    }

    AuditVerdict verify() {
        AuditHead head = QuarkusTransaction.requiringNew().call(this::head);
        if (head == null) {
            return AuditVerdict.of(0, AuditHead.BEFORE_EVERYTHING, headChanged(0));
        }
        AuditChainVerifier chain = new AuditChainVerifier();
        Optional<AuditChainVerifier.Break> broken = follow(chain, head)
                .or(() -> chain.end(head))
                .or(() -> QuarkusTransaction.requiringNew().call(this::behindTheEnd));
        return AuditVerdict.of(chain.position(), head, broken);
    }

    private static Optional<AuditChainVerifier.Break> headChanged(long position) {
        return Optional.of(new AuditChainVerifier.Break(position, AuditChainVerifier.Reason.HEAD_CHANGED));
    }

    private @Nullable AuditHead head() {
        return session.createSelectionQuery("select h.position, h.hash from AuditHeadEntity h", AuditHead.class)
                .getSingleResultOrNull();
    }

    private Optional<AuditChainVerifier.Break> follow(AuditChainVerifier chain, AuditHead head) {
        Optional<AuditChainVerifier.Break> broken = Optional.empty();
        int read = CHUNK;
        while (read == CHUNK && broken.isEmpty()) {
            List<AuditEntryEntity> rows = QuarkusTransaction.requiringNew().call(() -> after(chain.position(), head));
            broken = chain.follow(rows);
            read = rows.size();
        }
        return broken;
    }

    private List<AuditEntryEntity> after(long position, AuditHead head) {
        return session.createSelectionQuery(
                        "from AuditEntryEntity a where a.position > :position and a.position <= :end order by a.position",
                        AuditEntryEntity.class)
                .setParameter("position", position)
                .setParameter("end", head.position())
                .setMaxResults(CHUNK)
                .getResultList();
    }

    /** In one statement, and so of one moment: somebody may be adding a line. */
    private Optional<AuditChainVerifier.Break> behindTheEnd() {
        List<Long> behind = session.createSelectionQuery(
                        "select min(a.position) from AuditEntryEntity a, AuditHeadEntity h where a.position > h.position",
                        Long.class)
                .getResultList();
        return behind.isEmpty() || behind.get(0) == null
                ? Optional.empty()
                : Optional.of(new AuditChainVerifier.Break(behind.get(0), AuditChainVerifier.Reason.LINE_ADDED));
    }
}
