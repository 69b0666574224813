package org.putokaz.live.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.QueryFlushMode;

/** Repository of the slugs that were removed for a person's safety. */
@ApplicationScoped
public class RedactedSlugRepository {

    private final Session session;

    @Inject
    RedactedSlugRepository(Session session) {
        this.session = session;
    }

    /**
     * Whether the slug was removed in this scope; each row has a salt of its own, and there are few. Nothing is flushed before:
     * that would compare every entry of a large publication for each of its slugs.
     */
    public boolean contains(String scope, String slug) {
        return session
                .createSelectionQuery(
                        "select r from RedactedSlugEntity r where r.key.scope = :scope", RedactedSlugEntity.class)
                .setParameter("scope", scope)
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .getResultList()
                .stream()
                .anyMatch(redacted -> redacted.matches(slug));
    }

    /** Replaces every slug that the entry and its sub-entries have or had by its digest. */
    public void redactSlugsOf(UUID entry) {
        List<SlugEntity> slugs = session.createSelectionQuery(
                        "select s from SlugEntity s where s.ownerId = :entry or s.key.scope = :subEntries",
                        SlugEntity.class)
                .setParameter("entry", entry)
                .setParameter("subEntries", entry.toString())
                .getResultList();
        for (SlugEntity slug : slugs) {
            session.persist(RedactedSlugEntity.of(slug.key.scope(), slug.key.slug()));
            session.remove(slug);
        }
        session.flush();
    }
}
