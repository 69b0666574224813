package org.putokaz.security.audit;

import java.util.List;
import java.util.Optional;

/**
 * Walks along the audit trail and stops where it does not hold. It keeps one hash and one position, however long the
 * trail is.
 */
final class AuditChainVerifier {

    private long position = AuditHead.BEFORE_EVERYTHING.position();
    private String hash = AuditHead.BEFORE_EVERYTHING.hash();

    /** What is wrong with the trail, and from which position on it cannot be believed. */
    record Break(long position, Reason reason) {}

    /** How a trail can be broken. */
    enum Reason implements org.putokaz.common.WireEnum {
        /** A line says something else than what was written. */
        LINE_CHANGED,
        /** A line is not there. */
        LINE_MISSING,
        /** The note of where the trail ends does not fit its last line. */
        HEAD_CHANGED,
        /** There are lines behind the end. */
        LINE_ADDED
    }

    /** Goes on along these lines, which come in the order of their positions. */
    Optional<Break> follow(List<AuditEntryEntity> rows) {
        for (AuditEntryEntity row : rows) {
            if (row.position != position + 1) {
                return Optional.of(new Break(position + 1, Reason.LINE_MISSING));
            }
            if (!fits(row)) {
                return Optional.of(new Break(row.position, Reason.LINE_CHANGED));
            }
            position = row.position;
            hash = row.hash;
        }
        return Optional.empty();
    }

    private boolean fits(AuditEntryEntity row) {
        return hash.equals(row.previous)
                && row.read().map(AuditEntry::hash).filter(row.hash::equals).isPresent();
    }

    /** Whether the trail really ends where it is said to end. */
    Optional<Break> end(AuditHead head) {
        if (position < head.position()) {
            return Optional.of(new Break(position + 1, Reason.LINE_MISSING));
        }
        return hash.equals(head.hash())
                ? Optional.empty()
                : Optional.of(new Break(head.position(), Reason.HEAD_CHANGED));
    }

    long position() {
        return position;
    }
}
