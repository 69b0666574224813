package org.putokaz.security.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/**
 * Head row of the audit trail. There is one, and a transaction that appends an entry holds its lock until it commits.
 * It also stores the secret that authenticates the cursors of the audit and token lists.
 */
@Entity
@Table(schema = "security", name = "audit_head")
@NullUnmarked
class AuditHeadEntity {

    @Id
    short id;

    long position;

    String hash;

    @Column(name = "cursor_key")
    String cursorKey;
}
