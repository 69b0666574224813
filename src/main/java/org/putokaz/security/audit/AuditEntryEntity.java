package org.putokaz.security.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/**
 * Stored entry of the audit trail. It is inserted once and never updated; its content is trusted only if the hash
 * matches.
 */
@Entity
@Immutable
@Table(schema = "security", name = "audit")
@NullUnmarked
class AuditEntryEntity {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Id
    long position;

    Instant at;

    @Column(name = "actor_id")
    String actorId;

    @Column(name = "actor_name")
    String actorName;

    String action;

    String family;

    @Column(name = "entry_id")
    UUID entry;

    Integer revision;

    String details;

    @Column(name = "previous_hash")
    String previous;

    String hash;

    static AuditEntryEntity of(AuditEntry entry) {
        AuditEntryEntity entity = new AuditEntryEntity();
        entity.position = entry.position();
        entity.at = entry.at();
        entity.actorId = entry.actorId();
        entity.actorName = entry.actorName();
        entity.action = entry.action();
        entity.family = entry.family();
        entity.entry = entry.entry();
        entity.revision = entry.revision();
        entity.details = CanonicalJson.write(entry.details());
        entity.previous = entry.previous();
        entity.hash = entry.hash();
        return entity;
    }

    /** The entry that was stored; empty when its details are no longer the canonical JSON that was written. */
    Optional<AuditEntry> toEntry() {
        Map<String, String> parsed = parseDetails();
        if (parsed == null || !CanonicalJson.write(parsed).equals(details)) {
            return Optional.empty();
        }
        return Optional.of(
                new AuditEntry(position, at, actorId, actorName, action, family, entry, revision, parsed, previous));
    }

    private Map<String, String> parseDetails() {
        try {
            Map<String, String> parsed = JSON.readValue(details, new TypeReference<>() {});
            return parsed == null || parsed.values().stream().anyMatch(Objects::isNull) ? null : parsed;
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }
}
