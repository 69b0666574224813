package org.putokaz.security.audit;

import java.util.List;
import java.util.Optional;
import org.putokaz.common.WireEnum;

/**
 * Incremental verifier of the hash chain: it takes the entries in the order of their positions and stops at the first
 * broken link. It keeps one hash and one position, whatever the length of the trail. Not thread-safe.
 */
final class AuditChainVerifier {

    private long position = AuditHead.EMPTY_TRAIL.position();
    private String hash = AuditHead.EMPTY_TRAIL.hash();

    /** The first position from which on the trail is not trustworthy, and why. */
    record Break(long position, Reason reason) {}

    /** Kind of damage. */
    enum Reason implements WireEnum {
        /** The content of an entry does not match its hash or its predecessor. */
        LINE_CHANGED,
        /** An entry is missing. */
        LINE_MISSING,
        /** The head row does not match the last entry. */
        HEAD_CHANGED,
        /** There are entries after the position of the head row. */
        LINE_ADDED
    }

    /** Verifies the next entries, in the order of their positions. */
    Optional<Break> verify(List<AuditEntryEntity> entries) {
        for (AuditEntryEntity entry : entries) {
            if (entry.position != position + 1) {
                return Optional.of(new Break(position + 1, Reason.LINE_MISSING));
            }
            if (!isIntact(entry)) {
                return Optional.of(new Break(entry.position, Reason.LINE_CHANGED));
            }
            position = entry.position;
            hash = entry.hash;
        }
        return Optional.empty();
    }

    private boolean isIntact(AuditEntryEntity entry) {
        return hash.equals(entry.previous)
                && entry.toEntry()
                        .map(AuditEntry::hash)
                        .filter(entry.hash::equals)
                        .isPresent();
    }

    /** Verifies that the entries seen so far end at the head. */
    Optional<Break> verifyHead(AuditHead head) {
        if (position < head.position()) {
            return Optional.of(new Break(position + 1, Reason.LINE_MISSING));
        }
        return hash.equals(head.hash())
                ? Optional.empty()
                : Optional.of(new Break(head.position(), Reason.HEAD_CHANGED));
    }

    /** The position of the last entry that was verified. */
    long position() {
        return position;
    }
}
