package org.putokaz.security.token;

import org.putokaz.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** The tokens that this service has given out. */
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

    /** Valid or not. */
    public Optional<TokenEntity> withDigest(String digest) {
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

    /** The newest first: an id that was given later is a greater one. */
    List<TokenEntity> newest(@Nullable UUID before, int most) {
        SelectionQuery<TokenEntity> query = session.createSelectionQuery(
                "from TokenEntity t" + (before == null ? "" : " where t.id < :before") + " order by t.id desc",
                TokenEntity.class);
        if (before != null) {
            query.setParameter("before", before);
        }
        return query.setMaxResults(most).getResultList();
    }

    /** Notes a use, unless one was noted since. */
    void noteUse(UUID id, Instant now, Instant unlessSince) {
        session.createMutationQuery("update TokenEntity t set t.lastUsedAt = :now"
                        + " where t.id = :id and (t.lastUsedAt is null or t.lastUsedAt < :since)")
                .setParameter("now", now)
                .setParameter("id", id)
                .setParameter("since", unlessSince)
                .executeUpdate();
    }
}
