package org.putokaz.security.audit;

/**
 * End of the audit trail.
 *
 * @param position of the last entry; 0 in an empty trail
 * @param hash of the last entry; {@link #GENESIS_HASH} in an empty trail
 */
record AuditHead(long position, String hash) {

    /** The previous hash of the first entry. */
    static final String GENESIS_HASH = "0".repeat(64);

    static final AuditHead EMPTY_TRAIL = new AuditHead(0, GENESIS_HASH);
}
