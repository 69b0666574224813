package org.putokaz.security;

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
class AuditVerification {

    private static final int CHUNK = 1000;

    private final Session session;

    @Inject
    AuditVerification(Session session) {
        this.session = session;
    }

    AuditVerdict verify() {
        AuditHead head = QuarkusTransaction.requiringNew().call(this::head);
        if (head == null) {
            return AuditVerdict.of(0, AuditHead.BEFORE_EVERYTHING, headChanged(0));
        }
        AuditChain chain = new AuditChain();
        Optional<AuditChain.Break> broken = follow(chain, head)
                .or(() -> chain.end(head))
                .or(() -> QuarkusTransaction.requiringNew().call(this::behindTheEnd));
        return AuditVerdict.of(chain.position(), head, broken);
    }

    private static Optional<AuditChain.Break> headChanged(long position) {
        return Optional.of(new AuditChain.Break(position, AuditChain.Reason.HEAD_CHANGED));
    }

    private @Nullable AuditHead head() {
        return session.createSelectionQuery("select h.position, h.hash from AuditHeadRow h", AuditHead.class)
                .getSingleResultOrNull();
    }

    private Optional<AuditChain.Break> follow(AuditChain chain, AuditHead head) {
        Optional<AuditChain.Break> broken = Optional.empty();
        int read = CHUNK;
        while (read == CHUNK && broken.isEmpty()) {
            List<AuditRow> rows = QuarkusTransaction.requiringNew().call(() -> after(chain.position(), head));
            broken = chain.follow(rows);
            read = rows.size();
        }
        return broken;
    }

    private List<AuditRow> after(long position, AuditHead head) {
        return session.createSelectionQuery(
                        "from AuditRow a where a.position > :position and a.position <= :end order by a.position",
                        AuditRow.class)
                .setParameter("position", position)
                .setParameter("end", head.position())
                .setMaxResults(CHUNK)
                .getResultList();
    }

    /** In one statement, and so of one moment: somebody may be adding a line. */
    private Optional<AuditChain.Break> behindTheEnd() {
        List<Long> behind = session.createSelectionQuery(
                        "select min(a.position) from AuditRow a, AuditHeadRow h where a.position > h.position",
                        Long.class)
                .getResultList();
        return behind.isEmpty() || behind.get(0) == null
                ? Optional.empty()
                : Optional.of(new AuditChain.Break(behind.get(0), AuditChain.Reason.LINE_ADDED));
    }
}
