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

/** A line of the audit trail as it is stored. It is written once; what it says is believed only when its hash fits. */
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
        AuditEntryEntity row = new AuditEntryEntity();
        row.position = entry.position();
        row.at = entry.at();
        row.actorId = entry.actorId();
        row.actorName = entry.actorName();
        row.action = entry.action();
        row.family = entry.family();
        row.entry = entry.entry();
        row.revision = entry.revision();
        row.details = CanonicalJson.write(entry.details());
        row.previous = entry.previous();
        row.hash = entry.hash();
        return row;
    }

    /** What the line says; empty when somebody has made it unreadable. */
    Optional<AuditEntry> read() {
        Map<String, String> facts = facts();
        if (facts == null || !CanonicalJson.write(facts).equals(details)) {
            return Optional.empty();
        }
        return Optional.of(
                new AuditEntry(position, at, actorId, actorName, action, family, entry, revision, facts, previous));
    }

    private Map<String, String> facts() {
        try {
            Map<String, String> facts = JSON.readValue(details, new TypeReference<>() {});
            return facts == null || facts.values().stream().anyMatch(Objects::isNull) ? null : facts;
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }
}
