package org.putokaz.security.token;

import org.putokaz.common.UuidV7;
import org.putokaz.security.Actor;
import org.putokaz.security.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A token as it is stored: everything but the token itself. */
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

    static TokenEntity of(String token, TokenSpec terms, Actor creator, Instant now) {
        TokenEntity row = new TokenEntity();
        row.id = UuidV7.generate(now);
        row.digest = TokenFormat.digest(token);
        row.name = terms.name();
        row.role = terms.role().wireName();
        row.createdById = creator.id();
        row.createdByName = creator.name();
        row.createdAt = now;
        row.expiresAt = terms.expiresAt();
        return row;
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

    /** Revoking twice is revoking once. Says whether it was valid until now. */
    boolean revoke(Instant now) {
        boolean first = revokedAt == null;
        revokedAt = first ? now : revokedAt;
        return first;
    }
}
