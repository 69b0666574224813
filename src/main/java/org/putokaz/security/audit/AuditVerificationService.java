package org.putokaz.security.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Verification of the whole audit trail. It reads up to the head found at the beginning, in batches of a transaction
 * each: memory is constant, nothing is locked, and entries appended meanwhile are not checked.
 */
@ApplicationScoped
class AuditVerificationService {

    private static final int BATCH_SIZE = 1000;

    private final AuditRepository repository;

    @Inject
    AuditVerificationService(AuditRepository repository) {
        this.repository = repository;
    }

    AuditVerdict verify() {
        AuditHead head = QuarkusTransaction.requiringNew().call(repository::findHead);
        if (head == null) {
            AuditChainVerifier.Break missing = new AuditChainVerifier.Break(0, AuditChainVerifier.Reason.HEAD_CHANGED);
            return AuditVerdict.of(0, AuditHead.EMPTY_TRAIL, Optional.of(missing));
        }
        AuditChainVerifier chain = new AuditChainVerifier();
        Optional<AuditChainVerifier.Break> broken =
                verifyEntries(chain, head).or(() -> chain.verifyHead(head)).or(this::findEntryBeyondHead);
        return AuditVerdict.of(chain.position(), head, broken);
    }

    private Optional<AuditChainVerifier.Break> verifyEntries(AuditChainVerifier chain, AuditHead head) {
        Optional<AuditChainVerifier.Break> broken = Optional.empty();
        int read = BATCH_SIZE;
        while (read == BATCH_SIZE && broken.isEmpty()) {
            List<AuditEntryEntity> batch = QuarkusTransaction.requiringNew()
                    .call(() -> repository.findBetween(chain.position(), head.position(), BATCH_SIZE));
            broken = chain.verify(batch);
            read = batch.size();
        }
        return broken;
    }

    private Optional<AuditChainVerifier.Break> findEntryBeyondHead() {
        return QuarkusTransaction.requiringNew()
                .call(repository::findPositionBeyondHead)
                .map(position -> new AuditChainVerifier.Break(position, AuditChainVerifier.Reason.LINE_ADDED));
    }
}
