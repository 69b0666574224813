package org.putokaz.security.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.putokaz.common.UuidV7;
import org.putokaz.security.Actor;
import org.putokaz.security.Role;

/** Stored token: its digest, owner, role and lifetime, without the secret. */
@Entity
@Table(schema = "security", name = "token")
@NullUnmarked
public class TokenEntity {

    @Id
    public UUID id;

    String digest;

    String name;

    String role;

    @Column(name = "created_by_id")
    String createdById;

    @Column(name = "created_by_name")
    String createdByName;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    public Instant expiresAt;

    @Column(name = "last_used_at")
    public Instant lastUsedAt;

    @Column(name = "revoked_at")
    Instant revokedAt;

    static TokenEntity of(String token, TokenSpec spec, Actor creator, Instant now) {
        TokenEntity entity = new TokenEntity();
        entity.id = UuidV7.generate(now);
        entity.digest = TokenFormat.digest(token);
        entity.name = spec.name();
        entity.role = spec.role().wireName();
        entity.createdById = creator.id();
        entity.createdByName = creator.name();
        entity.createdAt = now;
        entity.expiresAt = spec.expiresAt();
        return entity;
    }

    public boolean isValid(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    public Actor actor() {
        return new Actor("token:" + id, name, role());
    }

    Role role() {
        return Role.valueOf(role.toUpperCase(Locale.ROOT));
    }

    /** Idempotent: the first time stays. Returns whether this call revoked the token. */
    boolean revoke(Instant now) {
        if (revokedAt != null) {
            return false;
        }
        revokedAt = now;
        return true;
    }

    /** The details of this token in an audit event. */
    Map<String, String> auditDetails() {
        Map<String, String> details = new TreeMap<>();
        details.put("token", id.toString());
        details.put("name", name);
        details.put("role", role);
        if (expiresAt != null) {
            details.put("expiresAt", expiresAt.toString());
        }
        return details;
    }
}
