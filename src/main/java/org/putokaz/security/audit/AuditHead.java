package org.putokaz.security.audit;

/**
 * Where the audit trail ends.
 *
 * @param position of the last line; 0 before the first
 * @param hash of the last line; {@link #NOTHING} before the first
 */
record AuditHead(long position, String hash) {

    static final String NOTHING = "0".repeat(64);

    static final AuditHead BEFORE_EVERYTHING = new AuditHead(0, NOTHING);
}
