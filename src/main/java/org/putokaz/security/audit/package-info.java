/**
 * Audit trail: an append-only, hash-chained log of who did what (docs/decisions/0012).
 *
 * <p>{@link org.putokaz.security.audit.AuditTrail} appends an {@link org.putokaz.security.audit.AuditEvent} in the
 * transaction of the action. {@code AuditEntry} computes the hash of an entry from its {@code CanonicalJson}, {@code
 * AuditEntryEntity} stores it, and the head row ({@code AuditHead}) keeps the last position and hash. {@code
 * AuditVerificationService} reads the trail in batches, and {@code AuditChainVerifier} checks each link. {@code
 * AuditResource} lists and verifies over HTTP.
 */
@NullMarked
package org.putokaz.security.audit;

import org.jspecify.annotations.NullMarked;
