package org.putokaz.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.putokaz.problem.Problem;
import org.putokaz.problem.Violation;

/** The entries that editors work on, and their revisions. */
@ApplicationScoped
class Entries {

    private final Session session;

    @Inject
    Entries(Session session) {
        this.session = session;
    }

    /**
     * The entry, which nobody else can change from here to the end of the transaction.
     *
     * @throws org.putokaz.problem.ProblemException 404
     */
    Entry lock(String family, UUID id) {
        lockRow(id);
        return get(family, id);
    }

    /** The same for several, always in one order, so that two sets never wait for each other. */
    void lockAll(Collection<UUID> ids) {
        new TreeSet<>(ids).forEach(this::lockRow);
    }

    private void lockRow(UUID id) {
        // Native, as the dialect's own "for no key update" is PostgreSQL's alone; before the entity is read.
        session.createNativeQuery("select id from editorial.entry where id = :id for update", Object.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** @throws org.putokaz.problem.ProblemException 404 when there is none of that family */
    Entry get(String family, UUID id) {
        return find(id).filter(entry -> entry.family.equals(family))
                .orElseThrow(() -> Problem.NOT_FOUND.because("no-such-entry"));
    }

    Optional<Entry> find(UUID id) {
        return Optional.ofNullable(session.find(Entry.class, id));
    }

    void add(Entry entry) {
        session.persist(entry);
    }

    void add(Revision revision) {
        session.persist(revision);
    }

    /** @throws org.putokaz.problem.ProblemException 404 */
    Revision revision(Entry entry, int number) {
        Revision revision = session.find(Revision.class, new Revision.Key(entry.id, number));
        if (revision == null) {
            throw Problem.NOT_FOUND.because("no-such-revision", number);
        }
        return revision;
    }

    Revision head(Entry entry) {
        return revision(entry, entry.revision);
    }

    List<Revision> revisions(Entry entry) {
        return session.createSelectionQuery(
                        "select r from Revision r where r.key.entryId = :id order by r.key.number", Revision.class)
                .setParameter("id", entry.id)
                .getResultList();
    }

    /** Whoever saved what the public has not seen yet. */
    Set<String> handsIn(Entry entry) {
        int seen = entry.liveRevision == null ? 0 : Math.min(entry.liveRevision, entry.revision - 1);
        return new TreeSet<>(session.createSelectionQuery(
                        "select r.author from Revision r where r.key.entryId = :id and r.key.number > :seen",
                        String.class)
                .setParameter("id", entry.id)
                .setParameter("seen", seen)
                .getResultList());
    }

    /** Whether another entry of the family has this slug as its newest. */
    boolean slugIsTaken(Entry entry, String slug) {
        return !session.createSelectionQuery(
                        "select e.id from Entry e where e.family = :family and e.slug = :slug and e.id <> :id",
                        UUID.class)
                .setParameter("family", entry.family)
                .setParameter("slug", slug)
                .setParameter("id", entry.id)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    Optional<UUID> withSlug(String family, String slug) {
        return session.createSelectionQuery(
                        "select e.id from Entry e where e.family = :family and e.slug = :slug", UUID.class)
                .setParameter("family", family)
                .setParameter("slug", slug)
                .uniqueResultOptional();
    }

    void mention(Entry entry, Collection<UUID> others) {
        session.createMutationQuery("delete from Mention m where m.key.entryId = :id")
                .setParameter("id", entry.id)
                .executeUpdate();
        new ArrayList<>(new TreeSet<>(others)).forEach(other -> session.persist(Mention.of(entry.id, other)));
    }

    /** @throws org.putokaz.problem.ProblemException 409 when somebody else has just taken the slug */
    void flush(Entry entry) {
        try {
            session.flush();
        } catch (ConstraintViolationException taken) {
            throw Problem.CONFLICT.with(Violation.at("/slug", "slug-taken", String.valueOf(entry.slug)));
        }
    }
}
