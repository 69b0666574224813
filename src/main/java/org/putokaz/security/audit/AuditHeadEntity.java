package org.putokaz.security.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** The end of the audit trail: one row, which whoever writes a line holds until they commit. */
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
