package org.putokaz.security.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import org.putokaz.security.Role;

/** Repository of API tokens. */
@ApplicationScoped
public class TokenRepository {

    private static final String VALID = "t.revokedAt is null and (t.expiresAt is null or t.expiresAt > :now)";

    private final Session session;

    @Inject
    TokenRepository(Session session) {
        this.session = session;
    }

    void add(TokenEntity token) {
        session.persist(token);
    }

    Optional<TokenEntity> find(UUID id) {
        return Optional.ofNullable(session.find(TokenEntity.class, id));
    }

    /** Also finds tokens that have expired or were revoked. */
    public Optional<TokenEntity> findByDigest(String digest) {
        return session.createSelectionQuery("from TokenEntity t where t.digest = :digest", TokenEntity.class)
                .setParameter("digest", digest)
                .uniqueResultOptional();
    }

    long countValid(Instant now) {
        return session.createSelectionQuery("select count(*) from TokenEntity t where " + VALID, Long.class)
                .setParameter("now", now)
                .getSingleResult();
    }

    long countValid(Role role, Instant now) {
        return session.createSelectionQuery(
                        "select count(*) from TokenEntity t where t.role = :role and " + VALID, Long.class)
                .setParameter("role", role.wireName())
                .setParameter("now", now)
                .getSingleResult();
    }

    /** Newest first, by id: ids are UUIDv7 and so in the order of creation. */
    List<TokenEntity> findNewest(@Nullable UUID before, int limit) {
        SelectionQuery<TokenEntity> query = session.createSelectionQuery(
                "from TokenEntity t" + (before == null ? "" : " where t.id < :before") + " order by t.id desc",
                TokenEntity.class);
        if (before != null) {
            query.setParameter("before", before);
        }
        return query.setMaxResults(limit).getResultList();
    }

    /** Sets the last use, unless a use at or after the threshold is recorded already. */
    void updateLastUse(UUID id, Instant now, Instant threshold) {
        session.createMutationQuery("update TokenEntity t set t.lastUsedAt = :now"
                        + " where t.id = :id and (t.lastUsedAt is null or t.lastUsedAt < :threshold)")
                .setParameter("now", now)
                .setParameter("id", id)
                .setParameter("threshold", threshold)
                .executeUpdate();
    }
}
