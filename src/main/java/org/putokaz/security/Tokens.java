package org.putokaz.security;

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
class Tokens {

    private static final String VALID = "t.revokedAt is null and (t.expiresAt is null or t.expiresAt > :now)";

    private final Session session;

    @Inject
    Tokens(Session session) {
        this.session = session;
    }

    void add(TokenRow token) {
        session.persist(token);
    }

    Optional<TokenRow> find(UUID id) {
        return Optional.ofNullable(session.find(TokenRow.class, id));
    }

    /** Valid or not. */
    Optional<TokenRow> withDigest(String digest) {
        return session.createSelectionQuery("from TokenRow t where t.digest = :digest", TokenRow.class)
                .setParameter("digest", digest)
                .uniqueResultOptional();
    }

    long countValid(Instant now) {
        return session.createSelectionQuery("select count(*) from TokenRow t where " + VALID, Long.class)
                .setParameter("now", now)
                .getSingleResult();
    }

    long countValid(Role role, Instant now) {
        return session.createSelectionQuery(
                        "select count(*) from TokenRow t where t.role = :role and " + VALID, Long.class)
                .setParameter("role", role.token())
                .setParameter("now", now)
                .getSingleResult();
    }

    /** The newest first: an id that was given later is a greater one. */
    List<TokenRow> newest(@Nullable UUID before, int most) {
        SelectionQuery<TokenRow> query = session.createSelectionQuery(
                "from TokenRow t" + (before == null ? "" : " where t.id < :before") + " order by t.id desc",
                TokenRow.class);
        if (before != null) {
            query.setParameter("before", before);
        }
        return query.setMaxResults(most).getResultList();
    }

    /** Notes a use, unless one was noted since. */
    void noteUse(UUID id, Instant now, Instant unlessSince) {
        session.createMutationQuery("update TokenRow t set t.lastUsedAt = :now"
                        + " where t.id = :id and (t.lastUsedAt is null or t.lastUsedAt < :since)")
                .setParameter("now", now)
                .setParameter("id", id)
                .setParameter("since", unlessSince)
                .executeUpdate();
    }
}
